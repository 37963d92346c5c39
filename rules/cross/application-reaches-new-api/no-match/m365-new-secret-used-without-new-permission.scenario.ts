import { scenario } from '../../../lib/scenario.ts'
import used from '../match/m365-new-secret-and-new-permission-used.scenario.ts'

export default scenario({
  ...used,
  title: 'An application with control of all roles uses its second secret hours after it was added',
  steps: used.steps.with(2, { sample: 'entra/audit-app-role-grant-critical', at: 'PT2H' }),
})
