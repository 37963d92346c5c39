import { scenario } from '../../lib/scenario.ts'
import keyRotated from './key-rotated.scenario.ts'

export default scenario({
  ...keyRotated,
  title: 'An application uses an added secret from a network that the application never used',
  steps: keyRotated.steps.with(-1, { sample: 'entra/signin-app-new-secret', at: 'P20DT30M' }),
})
