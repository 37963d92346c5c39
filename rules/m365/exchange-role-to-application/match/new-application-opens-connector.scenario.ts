import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A previously unused application creates an inbound connector',
  steps: [{ sample: 'm365/inbound-connector-made-by-application', at: 'PT1M' }],
})
