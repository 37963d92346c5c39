import { scenario } from '../../../lib/scenario.ts'
import sleeperReturns from '../match/google-workspace-sleeper-returns.scenario.ts'

export default scenario({
  ...sleeperReturns,
  title: 'A suspended user comes back, signs in, and opens an application that had slept',
  steps: sleeperReturns.steps.toSpliced(4, 0, {
    sample: 'google-workspace/login-success',
    at: 'P60DT4H',
  }),
})
