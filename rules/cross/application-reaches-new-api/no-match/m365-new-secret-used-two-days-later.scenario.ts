import { scenario } from '../../../lib/scenario.ts'
import used from '../match/m365-new-secret-and-new-permission-used.scenario.ts'

export default scenario({
  ...used,
  title: 'An application in use receives a second secret and a permission, and uses them two days later',
  steps: used.steps.with(-1, {
    sample: 'entra/signin-app-new-secret',
    at: 'P5DT1H',
    replace: { '203.0.113.77': '198.51.100.90' },
  }),
})
