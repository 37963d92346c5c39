import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that is consented to again every month and a half',
  start: '2025-12-01T09:00:00Z',
  steps: [{ sample: 'm365/consent-user-mail', at: 'PT1H', repeat: { every: 'P45D', times: 4 } }],
})
