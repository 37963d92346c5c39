import { scenario } from '../../../lib/scenario.ts'
import renewed from './google-workspace-old-authorizations-renewed-and-used-by-five.scenario.ts'

export default scenario({
  ...renewed,
  title: 'Calls for five users whose authorizations were revoked arrive before their new authorizations',
  steps: renewed.steps.map((step) =>
    /^P20DT[0-4]M$/.test(step.at) ? { ...step, sample: 'google-workspace/admin-token-revoked' } : step,
  ),
})
