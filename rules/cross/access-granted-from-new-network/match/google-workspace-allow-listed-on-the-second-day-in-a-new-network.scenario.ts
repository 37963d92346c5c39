import { scenario } from '../../../lib/scenario.ts'
import allowListed from './google-workspace-allow-listed-from-new-network.scenario.ts'

export default scenario({
  ...allowListed,
  title: 'An administrator signs in from a new network, and adds an application to the allowlist thirty hours later',
  steps: allowListed.steps.with(-1, {
    sample: 'google-workspace/admin-app-allow-listed',
    at: 'P31DT6H',
    replace: { '198.51.100.12': '192.0.2.77' },
  }),
})
