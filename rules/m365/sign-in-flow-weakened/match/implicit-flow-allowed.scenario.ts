import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is allowed to use the implicit flow',
  start: '2026-03-12T13:50:00Z',
  steps: [{ sample: 'm365/application-public-client', at: 'PT1M', replace: { PublicClient: 'AllowImplicitFlow' } }],
})
