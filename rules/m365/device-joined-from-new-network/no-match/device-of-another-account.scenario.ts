import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device is registered for an account other than that of the token',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    { sample: 'entra/signin-device-registration', at: 'P16D' },
    {
      sample: 'entra/audit-device-owner-added',
      at: 'P16DT6M',
      replace: { '0b7c2f6e': '0b7c2f6f', 'mara.voss': 'ines.carver' },
    },
  ],
})
