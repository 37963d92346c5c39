import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to the same application every six weeks',
  start: '2025-12-01T09:00:00Z',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1H', repeat: { every: 'P45D', times: 4 } }],
})
