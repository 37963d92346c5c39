import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The keys of an application are renewed three times within a week',
  steps: [{ sample: 'm365/credential-secret-added', at: 'PT1H', repeat: { every: 'P2D', times: 3 } }],
})
