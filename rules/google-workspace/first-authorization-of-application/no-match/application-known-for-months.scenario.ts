import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes the same application every six weeks',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: 'PT1H', repeat: { every: 'P45D', times: 4 } }],
})
