import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that only used calendars obtains a token to read a person’s mail',
  steps: [
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'PT0S',
      repeat: { every: 'P5D', times: 8 },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar', GMAIL: 'CALENDAR' },
    },
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'P38D' },
  ],
})
