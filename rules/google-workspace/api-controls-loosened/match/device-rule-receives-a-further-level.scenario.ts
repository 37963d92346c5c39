import { scenario } from '../../../lib/scenario.ts'
import opened from './marketplace-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'An administrator signs in from a new network, and a device rule also accepts a level that everybody satisfies',
  steps: opened.steps.with(-1, {
    sample: 'google-workspace/admin-context-rule-loosened',
    at: 'P20DT10M',
    replace: {
      '198.51.100.12': '203.0.113.121',
      '"CAA_ACCESS_ASSIGNMENTS_NEW",\n          "value": "Company devices"':
        '"CAA_ACCESS_ASSIGNMENTS_NEW",\n          "value": "Company devices, Any place"',
      CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS_AND_APIS: 'CAA_WEB_VERSION_AND_1P_OAUTH_CLIENTS',
    },
  }),
})
