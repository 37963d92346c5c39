import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The same account renews a key every thirty days',
  steps: [{ sample: 'm365/credential-secret-added', at: 'PT1H', repeat: { every: 'P30D', times: 5 } }],
})
