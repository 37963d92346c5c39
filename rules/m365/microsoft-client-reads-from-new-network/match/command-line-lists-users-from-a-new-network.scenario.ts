import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The Azure command line lists the directory from the network where the code was redeemed',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' },
    { sample: 'entra/graph-command-line-lists-users', at: 'P16DT9M' },
  ],
})
