import { scenario } from '../../../lib/scenario.ts'
import away from '../match/google-workspace-application-of-four-outlives-reset.scenario.ts'

export default scenario({
  ...away,
  title: 'A password is changed five weeks after four users authorized an application, and no sessions end',
  steps: away.steps.map((step) => ({ ...step, at: String(step.at).replace(/^P3(\d)D/, 'P5$1D') })),
})
