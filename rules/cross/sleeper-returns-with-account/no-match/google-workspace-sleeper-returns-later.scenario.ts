import { scenario } from '../../../lib/scenario.ts'
import sleeperReturns from '../match/google-workspace-sleeper-returns.scenario.ts'

export default scenario({
  ...sleeperReturns,
  title: 'A suspended user returns, and a dormant application calls weeks later',
  steps: sleeperReturns.steps.with(-1, { sample: 'google-workspace/token-activity-gmail', at: 'P90D' }),
})
