import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/marketplace-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'An administrator signs in from a new network, and removes the APIs from a device rule that only monitors',
  steps: opened.steps.with(-1, {
    sample: 'google-workspace/admin-context-rule-loosened',
    at: 'P20DT10M',
    replace: {
      '198.51.100.12': '203.0.113.121',
      '"name": "ORG_UNIT_NAME"':
        '"name": "MODE",\n          "value": "MONITOR"\n        },\n        {\n          "name": "ORG_UNIT_NAME"',
    },
  }),
})
