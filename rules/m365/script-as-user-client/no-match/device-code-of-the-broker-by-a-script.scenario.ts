import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script uses the Authentication Broker, which has a rule of its own',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/signin-device-code', at: 'PT1M' }],
})
