import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device code is used from the usual network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-device-code', at: 'P16D', replace: { '203.0.113.90': '198.51.100.40' } },
  ],
})
