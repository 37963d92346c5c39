import { scenario } from '../../../lib/scenario.ts'
import reset from './m365-reset-app-keeps-reading.scenario.ts'

export default scenario({
  ...reset,
  title:
    'Five weeks after a consent, a password is reset and the sessions end; the application reads on, and nobody signs in',
  steps: reset.steps.map((step) => ({ ...step, at: String(step.at).replace('P5D', 'P35D').replace('P6D', 'P36D') })),
})
