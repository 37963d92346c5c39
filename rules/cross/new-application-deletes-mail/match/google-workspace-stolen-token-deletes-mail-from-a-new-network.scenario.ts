import { mailReadElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application used for weeks in one network deletes messages from another network three hours after its first use there',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { ...mailReadElsewhere, at: 'P20DT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT4H',
      replace: { '203.0.113.140': '192.0.2.33', 'gmail.users.messages.list': 'gmail.users.messages.batchDelete' },
    },
  ],
})
