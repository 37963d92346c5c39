import { scenario } from '../../../lib/scenario.ts'
import administratorConsents from './m365-administrator-consents.scenario.ts'

export default scenario({
  ...administratorConsents,
  title:
    'An account receives a permanent role through Privileged Identity Management and consents to a mail application',
  steps: administratorConsents.steps.with(0, { sample: 'entra/audit-role-granted-in-pim-permanent', at: 'PT1H' }),
})
