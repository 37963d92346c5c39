import { scenario } from '../../../lib/scenario.ts'
import roleActivated from '../match/role-activated-for-the-first-time-in-a-new-network.scenario.ts'

export default scenario({
  ...roleActivated,
  title: 'An administrator who activates a role every week activates the role from a new network',
  steps: [{ sample: 'entra/audit-role-activated-in-pim', at: ['PT2M', 'P8D'] }, ...roleActivated.steps],
})
