import { mailReadElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'
import newcomer from '../match/google-workspace-application-reads-in-the-network-of-a-newcomer.scenario.ts'

export default scenario({
  ...newcomer,
  title: 'An account signs in from a new network and authorizes an application, which reads mail in another network',
  steps: newcomer.steps.with(-1, { ...mailReadElsewhere, at: 'P21D' }),
})
