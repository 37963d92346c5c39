import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user who authorized a script for the calendar grants it access to all mail weeks later',
  steps: [
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT1M',
      replace: {
        'https://www.googleapis.com/auth/gmail.readonly': 'https://www.googleapis.com/auth/calendar.events',
        'https://www.googleapis.com/auth/script.external_request': 'openid',
      },
    },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'P40D',
      replace: { 'https://www.googleapis.com/auth/gmail.readonly': 'https://mail.google.com/' },
    },
  ],
})
