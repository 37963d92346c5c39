import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script receives only the identity of a user, a Google tool receives mail access, and a script is denied',
  start: '2026-04-06T08:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT1M',
      replace: {
        'https://www.googleapis.com/auth/gmail.readonly': 'https://www.googleapis.com/auth/userinfo.email',
        'https://www.googleapis.com/auth/script.external_request': 'openid',
      },
    },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT2M',
      replace: { '731904455872-b2f7k0q5m8x3c6v1n9z4r2w8t5y0d3hj': '32555940559' },
    },
    {
      sample: 'google-workspace/token-authorize-script',
      at: 'PT3M',
      replace: { '"name": "authorize"': '"name": "deny"' },
    },
  ],
})
