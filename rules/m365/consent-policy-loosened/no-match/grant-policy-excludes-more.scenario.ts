import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A permission grant policy excludes one more kind of consent',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'm365/permission-grant-policy-updated', at: 'PT0M', replace: { Includes: 'Excludes' } }],
})
