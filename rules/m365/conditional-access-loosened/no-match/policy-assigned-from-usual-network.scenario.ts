import { scenario } from '../../../lib/scenario.ts'
import policyAssigned from '../match/policy-assigned-from-new-network.scenario.ts'

export default scenario({
  ...policyAssigned,
  title: 'An administrator who always signs in from one network assigns a policy to an application',
  steps: policyAssigned.steps.toSpliced(1, 1),
})
