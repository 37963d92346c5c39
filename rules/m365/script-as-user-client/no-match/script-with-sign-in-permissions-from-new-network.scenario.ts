import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The server of a sign-in-only application renews the tokens of a user',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '4765445b-32c6-49b0-83e6-1d93765276ca' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P8D',
      replace: { db68a80f: 'db68a81f', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '4765445b-32c6-49b0-83e6-1d93765276ca' },
    },
    { sample: 'm365/consent-user-sign-in-only', at: 'P20D' },
    {
      sample: 'entra/signin-user-app',
      at: 'P21D',
      replace: {
        db68a80f: 'db68a82f',
        '"isInteractive": true': '"isInteractive": false',
        '198.51.100.23': '203.0.113.90',
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36':
          'python-requests/2.32.3',
      },
    },
  ],
})
