import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A traveler signs in and redeems the code in the same new network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line', at: 'P16D', replace: { '198.51.100.23': '203.0.113.91' } },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16DT2M' },
  ],
})
