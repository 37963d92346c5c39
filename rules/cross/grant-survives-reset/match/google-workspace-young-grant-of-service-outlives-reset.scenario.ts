import { scenario } from '../../../lib/scenario.ts'
import away from '../no-match/google-workspace-service-of-five-active-after-reset.scenario.ts'

export default scenario({
  ...away,
  title: 'A password is changed five days after five users authorized an application, which continues to make calls',
  steps: away.steps.map((step) => ({ ...step, at: String(step.at).replace('P3', 'P2') })),
})
