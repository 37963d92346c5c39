import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device is registered for an account other than that of the token',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-device-registration', at: 'P16D' },
    { sample: 'entra/audit-device-owner-added', at: 'P16DT6M', personas: { 'mara.voss': 'ines.carver' } },
  ],
})
