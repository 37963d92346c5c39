import { scenario } from '../../../lib/scenario.ts'
import widened from '../match/m365-client-of-microsoft-widened-from-new-network.scenario.ts'

export default scenario({
  ...widened,
  title: 'An administrator widens the grant of a shared Microsoft client twice in the usual network',
  steps: widened.steps.toSpliced(2, 1),
})
