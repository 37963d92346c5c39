import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-half-of-its-permissions-removed.scenario.ts'

export default scenario({
  ...removed,
  title: 'A colleague removes one permission of a new application, and the application continues to read files',
  steps: removed.steps.toSpliced(1, 1),
})
