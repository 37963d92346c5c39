import { scenario } from '../../../lib/scenario.ts'
import young from '../match/google-workspace-young-grant-of-service-outlives-reset.scenario.ts'

export default scenario({
  ...young,
  title:
    'A password is changed five days after five users authorized a planning tool, which continues to read their calendars',
  steps: young.steps.map((step) =>
    step.sample.endsWith('token-activity-gmail')
      ? {
          ...step,
          replace: { '"gmail"': '"calendar"', 'gmail.users.messages.list': 'calendar.events.list', GMAIL: 'CALENDAR' },
        }
      : step.sample.endsWith('token-authorize-mail')
        ? {
            ...step,
            replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar', GMAIL: 'CALENDAR' },
          }
        : step,
  ),
})
