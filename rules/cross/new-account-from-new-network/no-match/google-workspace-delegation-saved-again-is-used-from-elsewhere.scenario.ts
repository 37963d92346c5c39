import { scenario } from '../../../lib/scenario.ts'
import again from '../match/google-workspace-delegation-given-again-is-used-from-elsewhere.scenario.ts'

export default scenario({
  ...again,
  title: 'A service account reads mail from a new network, and again after its delegation was saved again',
  steps: again.steps.toSpliced(2, 1),
})
