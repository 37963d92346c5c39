import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application may be given tokens in the address of a page',
  start: '2026-03-12T13:50:00Z',
  steps: [{ sample: 'm365/application-public-client', at: 'PT1M', replace: { PublicClient: 'AllowImplicitFlow' } }],
})
