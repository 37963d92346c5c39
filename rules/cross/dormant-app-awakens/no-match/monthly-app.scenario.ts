import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application signs in once a month',
  start: '2026-01-05T09:00:00Z',
  steps: [{ sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P30D', times: 4 } }],
})
