import { scenario } from '../../../lib/scenario.ts'
import administratorConsents from './m365-administrator-consents.scenario.ts'

export default scenario({
  ...administratorConsents,
  title: 'An account receives a role in an administrative unit and consents to a mail application',
  steps: administratorConsents.steps.with(0, { sample: 'm365/role-granted-in-administrative-unit', at: 'PT1H' }),
})
