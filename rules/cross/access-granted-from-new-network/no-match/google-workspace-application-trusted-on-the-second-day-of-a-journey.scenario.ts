import { scenario } from '../../../lib/scenario.ts'
import allowed from '../match/google-workspace-allow-listed-from-new-network.scenario.ts'

export default scenario({
  ...allowed,
  title: 'An administrator signs in from a new network, and trusts an application two days later',
  steps: [
    ...allowed.steps.slice(0, 2),
    { sample: 'google-workspace/admin-app-trusted', at: 'P32D', replace: { '198.51.100.12': '192.0.2.77' } },
  ],
})
