import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A delegation is revoked, and granted again a month later',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H' },
    { sample: 'google-workspace/admin-delegation-removed', at: 'P9D' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P40D' },
  ],
})
