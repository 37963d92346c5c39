import { scenario } from '../../../lib/scenario.ts'
import scopeEscalationToCalendars from './m365-scope-escalation-to-calendars.scenario.ts'

export default scenario({
  ...scopeEscalationToCalendars,
  title: 'An application with access to a name receives access to mail',
  steps: [
    ...scopeEscalationToCalendars.steps.slice(0, 3),
    { sample: 'm365/delegated-grant-added', at: 'P20D', bundle: 'more' },
    { sample: 'm365/consent-incremental', at: 'P20DT1S', bundle: 'more' },
  ],
})
