import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client that the account has used for two weeks renews its refresh token in a new network',
  steps: [
    { sample: 'entra/signin-command-line', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' },
  ],
})
