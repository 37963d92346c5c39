import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user authorizes a script with harmless permissions, and a second account grants more permissions a day later',
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
    { sample: 'google-workspace/token-authorize-script', at: 'P1D', personas: { 'mara.voss': 'ole.brandt' } },
  ],
})
