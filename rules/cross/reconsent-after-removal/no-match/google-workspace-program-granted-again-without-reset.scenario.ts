import { scenario } from '../../../lib/scenario.ts'
import afterReset from '../match/google-workspace-program-granted-again-after-reset.scenario.ts'

export default scenario({
  ...afterReset,
  title: 'An account grants all mail to the same program again from a new network, without a reset',
  steps: afterReset.steps.filter(({ at }) => at !== 'P12D'),
})
