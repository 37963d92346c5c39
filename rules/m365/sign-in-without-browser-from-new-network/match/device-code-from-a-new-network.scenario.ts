import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device code of the Authentication Broker is approved for a new network',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-device-code', at: 'P16D' },
  ],
})
