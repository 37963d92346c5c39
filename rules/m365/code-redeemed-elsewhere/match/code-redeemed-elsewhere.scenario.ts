import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The code of a sign-in to the Azure command line is redeemed in a network other than that of the sign-in',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line', at: 'P16D' },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16DT2M' },
  ],
})
