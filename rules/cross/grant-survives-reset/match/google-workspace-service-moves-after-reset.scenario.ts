import { scenario } from '../../../lib/scenario.ts'
import away from '../no-match/google-workspace-service-of-five-active-after-reset.scenario.ts'

export default scenario({
  ...away,
  title:
    'A password is changed fifteen days after five users authorized a service, which then calls from a new network',
  steps: away.steps.map((step) =>
    step.at === 'P36D' ? { ...step, replace: { '203.0.113.140': '192.0.2.33' } } : step,
  ),
})
