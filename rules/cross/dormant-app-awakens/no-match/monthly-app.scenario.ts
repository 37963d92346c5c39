import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application signs in once a month',
  steps: [{ sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P30D', times: 4 } }],
})
