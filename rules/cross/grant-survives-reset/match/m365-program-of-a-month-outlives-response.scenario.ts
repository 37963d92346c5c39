import { scenario } from '../../../lib/scenario.ts'
import old from '../no-match/m365-program-older-than-log-continues-after-response.scenario.ts'

export default scenario({
  ...old,
  title: 'A program without a recorded consent has read mail for a month, and continues after a reset of the password',
  steps: old.steps.map((step) => ({ ...step, at: String(step.at).replace('PT1H', 'P28DT1H').replace('PT5M', 'P27D') })),
})
