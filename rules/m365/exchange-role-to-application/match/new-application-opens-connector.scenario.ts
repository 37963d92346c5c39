import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A previously unused application creates an inbound connector',
  start: '2026-03-15T03:00:00Z',
  steps: [{ sample: 'm365/inbound-connector-made-by-application', at: 'PT1M' }],
})
