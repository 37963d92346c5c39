import { scenario } from '../../../lib/scenario.ts'
import scopeEscalationInVain from './m365-scope-escalation-in-vain.scenario.ts'

export default scenario({
  ...scopeEscalationInVain,
  title: 'A user consents to mail for an application with access to a name, and the record of the grant is missing',
  steps: scopeEscalationInVain.steps.with(-1, { sample: 'm365/consent-user-mail', at: 'P20D' }),
})
