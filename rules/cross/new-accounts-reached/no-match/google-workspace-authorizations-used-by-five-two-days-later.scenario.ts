import { scenario } from '../../../lib/scenario.ts'
import fresh from './google-workspace-fresh-authorizations-used-by-five.scenario.ts'

export default scenario({
  ...fresh,
  title: 'Five users authorize an application known for weeks, and the application acts for them two days later',
  steps: fresh.steps.map((step) => ({
    ...step,
    at: String(step.at).replace(/^P20DT([0-4]M)$/, 'P18DT$1'),
  })),
})
