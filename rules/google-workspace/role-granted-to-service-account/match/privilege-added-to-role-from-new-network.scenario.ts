import { scenario } from '../../../lib/scenario.ts'
import roleGranted from './service-account-made-administrator-from-new-network.scenario.ts'

export default scenario({
  title: 'An administrator signs in from a new network and adds a privilege to the role of the service desk',
  steps: roleGranted.steps.with(-1, {
    sample: 'google-workspace/admin-privilege-added',
    at: 'P30DT10M',
    replace: { '198.51.100.12': '192.0.2.77' },
  }),
})
