import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An application in use receives a second secret and control of all roles, and uses them hours later',
  steps: [
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'PT8H', times: 8 } },
    { sample: 'entra/audit-credential-secret-added', at: 'P3D' },
    { sample: 'entra/audit-app-role-grant-critical', at: 'P3DT5M' },
    { sample: 'entra/signin-app-new-secret', at: 'P3DT7H', replace: { '203.0.113.77': '198.51.100.90' } },
  ],
})
