import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new policy of an access package admits all external users without approval',
  steps: [{ sample: 'entra/audit-polled-access-package-policy-opened', at: 'PT0M' }],
})
