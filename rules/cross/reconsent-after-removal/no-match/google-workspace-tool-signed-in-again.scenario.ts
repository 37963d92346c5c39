import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user removes a sign-in-only tool, and signs in to the tool again the next day',
  start: '2026-04-06T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT21M' },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P3D',
      replace: {
        'lena.ostrow': 'tomas.feld',
        '118204417730926514083': '107719230458816620417',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '590314872206-b8v3x7n1q5k9m2c6z4t0r8w3y7p1s5dg',
        'Inbox Pilot': 'Roadmap Board',
        'https://mail.google.com/': 'openid',
      },
    },
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'P4D' },
  ],
})
