import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Scripts receive access to all mail and to a calendar',
  steps: [
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT1M',
      replace: { 'https://www.googleapis.com/auth/gmail.readonly': 'https://mail.google.com/' },
    },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT2M',
      replace: {
        'https://www.googleapis.com/auth/gmail.readonly': 'https://www.googleapis.com/auth/calendar.events',
        'https://www.googleapis.com/auth/script.external_request': 'openid',
      },
    },
  ],
})
