import { scenario } from '../../../lib/scenario.ts'
import granted from './google-workspace-mail-merge-granted-in-a-new-network-sends.scenario.ts'

export default scenario({
  ...granted,
  title:
    'A new application receives its grant at the office, and sends eight messages from a rented server two days later',
  steps: [
    ...granted.steps.slice(0, 2),
    { sample: 'google-workspace/token-authorize-mail', at: 'P20DT10M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P22D',
      replace: {
        '"203.0.113.140"': '"203.0.113.66", "networkInfo": { "ipAsn": [14061], "regionCode": "SG" }',
        'gmail.users.messages.list': 'gmail.users.messages.send',
      },
      repeat: { every: 'PT20S', times: 8 },
    },
  ],
})
