import { scenario } from '../../../lib/scenario.ts'
import muchCopiedAfterAReset from '../match/m365-much-copied-after-a-reset.scenario.ts'

export default scenario({
  ...muchCopiedAfterAReset,
  title: 'An application downloads files for a day, eight days after a password reset',
  steps: muchCopiedAfterAReset.steps.with(1, { sample: 'm365/password-reset', at: 'P1D' }),
})
