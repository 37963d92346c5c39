import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Devices are registered a day after a device registration token, or after a token for another resource',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-device-registration', at: 'P16D' },
    { sample: 'entra/audit-device-owner-added', at: 'P17D' },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P17DT1H', replace: { '203.0.113.90': '203.0.116.9' } },
    { sample: 'entra/audit-device-owner-added', at: 'P17DT2H' },
  ],
})
