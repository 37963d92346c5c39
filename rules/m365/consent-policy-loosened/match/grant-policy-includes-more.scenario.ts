import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A permission grant policy permits one more kind of consent',
  steps: [{ sample: 'm365/permission-grant-policy-updated', at: 'PT0M' }],
})
