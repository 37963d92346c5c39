import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device that has sent mail for weeks signs in after the password reset',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT2M',
      replace: {
        'python-requests/2.32.3': 'BAV2ROPC',
        '1950a258-227b-4e31-a9cf-717495945fc2': '00000002-0000-0ff1-ce00-000000000000',
      },
    },
    { sample: 'm365/password-reset', at: 'P16DT4H' },
    {
      sample: 'entra/signin-password-grant',
      at: 'P17D',
      replace: {
        'python-requests/2.32.3': 'BAV2ROPC',
        '1950a258-227b-4e31-a9cf-717495945fc2': '00000002-0000-0ff1-ce00-000000000000',
        c2f94e81: 'c2f94e82',
      },
    },
  ],
})
