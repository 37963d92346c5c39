import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line obtains a token in the network of the sign-in',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line', at: 'P16D' },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16DT2M', replace: { '203.0.113.90': '198.51.100.23' } },
  ],
})
