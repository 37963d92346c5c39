import { scenario } from '../../../lib/scenario.ts'
import redirected from '../match/m365-redirected-application-reads-elsewhere.scenario.ts'

export default scenario({
  ...redirected,
  title: 'An application without changes reads mail of its user from a new network',
  steps: redirected.steps.toSpliced(2, 1),
})
