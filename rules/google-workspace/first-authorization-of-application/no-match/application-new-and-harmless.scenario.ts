import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'New applications after three months are denied, belong to Google, or access only their own files',
  steps: [
    { sample: 'google-workspace/token-authorize-device', at: 'PT1H' },
    { sample: 'google-workspace/token-deny', at: 'P91D', personas: { 'Inbox Pilot': 'Berth Planner' } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P91DT1H', personas: { 'Inbox Pilot': 'Google Cloud SDK' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P91DT2H',
      personas: { 'Inbox Pilot': 'Route Optimizer' },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/drive.file' },
    },
  ],
})
