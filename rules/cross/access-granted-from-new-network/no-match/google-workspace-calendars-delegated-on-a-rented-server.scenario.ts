import { scenario } from '../../../lib/scenario.ts'
import base from '../match/google-workspace-all-mail-delegated-on-a-rented-server.scenario.ts'

export default scenario({
  ...base,
  title: 'An administrator delegates calendars to a new client from a rented server',
  steps: base.steps.with(-1, {
    sample: 'google-workspace/admin-delegation-granted',
    at: 'P20D',
    replace: {
      '"ipAddress": "198.51.100.12"': '"ipAddress": "203.0.113.176", "networkInfo": { "ipAsn": [20473] }',
      'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.readonly',
      'auth/drive': 'auth/calendar.events.readonly',
    },
  }),
})
