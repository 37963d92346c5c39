import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script uses the Authentication Broker, which another rule covers',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/signin-device-code', at: 'PT1M' }],
})
