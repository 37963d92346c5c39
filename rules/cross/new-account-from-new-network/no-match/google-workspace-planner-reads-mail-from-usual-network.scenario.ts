import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that listed a person’s files reads the same person’s mail from its usual network',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Inbox Pilot': 'invoice-sync' },
      replace: { 'gmail.users.messages.list': 'drive.files.list', '"gmail"': '"drive"', GMAIL: 'DRIVE' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT2H', personas: { 'Inbox Pilot': 'invoice-sync' } },
  ],
})
