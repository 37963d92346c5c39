import { scenario } from '../../../lib/scenario.ts'
import scopeEscalationToCalendars from '../match/m365-scope-escalation-to-calendars.scenario.ts'

export default scenario({
  ...scopeEscalationToCalendars,
  title: 'An application with access to a name receives access to contacts',
  steps: scopeEscalationToCalendars.steps.with(-1, {
    sample: 'm365/delegated-grant-added',
    at: 'P20D',
    bundle: 'more',
    replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
  }),
})
