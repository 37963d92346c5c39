import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A development tool reads mail in the network where the code of a user was redeemed',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'P16DT9M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'aebc6443-996d-45c2-90f0-388ff96faa56',
        '203.0.113.77': '192.0.2.33',
      },
    },
  ],
})
