import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script uses the Authentication Broker, which another rule covers',
  steps: [{ sample: 'entra/signin-device-code', at: 'PT1M' }],
})
