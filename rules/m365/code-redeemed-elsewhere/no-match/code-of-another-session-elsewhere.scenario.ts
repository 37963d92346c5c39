import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line obtains a token in a new network, in a session other than that of the sign-in',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line', at: 'P16D' },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16DT2M', replace: { '0060f1d2': '0060f1d3' } },
  ],
})
