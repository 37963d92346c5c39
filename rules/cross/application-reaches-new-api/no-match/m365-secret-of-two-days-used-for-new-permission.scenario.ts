import { scenario } from '../../../lib/scenario.ts'
import used from '../match/m365-new-secret-and-new-permission-used.scenario.ts'

export default scenario({
  ...used,
  title: 'An application uses a second secret of two days before, after it received a permission',
  steps: used.steps.with(1, { sample: 'entra/audit-credential-secret-added', at: 'P1D' }),
})
