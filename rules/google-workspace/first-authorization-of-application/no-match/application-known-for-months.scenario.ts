import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes the same application every six weeks',
  start: '2026-01-05T09:00:00Z',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: 'PT1H', repeat: { every: 'P45D', times: 4 } }],
})
