import { scenario } from '../../../lib/scenario.ts'
import vendorDrawsFiveMailboxes from '../match/google-workspace-vendor-draws-five-mailboxes.scenario.ts'

export default scenario({
  ...vendorDrawsFiveMailboxes,
  title: 'An application that reads little downloads four mailboxes within a day, and one of them again the next day',
  steps: [
    ...vendorDrawsFiveMailboxes.steps.slice(0, 1),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H',
      repeat: { every: 'PT15M', times: 80 },
      personas: { 'lena.ostrow': 4 },
      replace: { '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P10DT1H',
      repeat: { every: 'PT1H', times: 20 },
      replace: { '48213': '90000000' },
    },
    { sample: 'google-workspace/login-success', at: 'P12D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
