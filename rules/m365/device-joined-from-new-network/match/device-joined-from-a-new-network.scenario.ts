import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Device Registration Service token is issued in a new network, and a device is registered minutes later',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    { sample: 'entra/signin-device-registration', at: 'P16D' },
    { sample: 'entra/audit-device-owner-added', at: 'P16DT6M' },
  ],
})
