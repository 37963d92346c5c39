import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device code of the Authentication Broker is approved for a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-device-code', at: 'P16D' },
  ],
})
