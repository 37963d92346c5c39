import { scenario } from '../../../lib/scenario.ts'
import sleeperReturns from '../match/google-workspace-sleeper-returns.scenario.ts'

export default scenario({
  ...sleeperReturns,
  title: 'A suspended user returns, and authorizes a dormant application again',
  steps: sleeperReturns.steps.with(-1, { sample: 'google-workspace/token-authorize-mail', at: 'P60DT5H' }),
})
