import { scenario } from '../../../lib/scenario.ts'
import again from './m365-application-granted-again-reads-elsewhere.scenario.ts'

export default scenario({
  ...again,
  title: 'An application reads mail from a new network after its user consented a second time',
  steps: again.steps.toSpliced(2, 1),
})
