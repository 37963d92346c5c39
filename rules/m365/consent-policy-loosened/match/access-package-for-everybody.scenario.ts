import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new policy of an access package admits all external users without approval',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/audit-polled-access-package-policy-opened', at: 'PT0M' }],
})
