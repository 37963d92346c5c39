import { scenario } from '../../../lib/scenario.ts'
import scopeEscalationToCalendars from '../match/m365-scope-escalation-to-calendars.scenario.ts'

export default scenario({
  ...scopeEscalationToCalendars,
  title: 'An application with access to a name requests mail, and the consent fails',
  steps: [
    ...scopeEscalationToCalendars.steps.slice(0, 2),
    {
      sample: 'm365/delegated-grant-added',
      at: 'P20D',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
  ],
})
