import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that was inactive for three months signs in',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P1D', times: 5 } },
    { sample: 'entra/signin-app-certificate', at: 'P95D' },
  ],
})
