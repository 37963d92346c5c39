import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool that listed files for three months reads mail',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P15D', times: 6 },
      replace: { 'gmail.users.messages.list': 'drive.files.list', '"gmail"': '"drive"', GMAIL: 'DRIVE' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P95D', delivered: 'P95DT3H' },
  ],
})
