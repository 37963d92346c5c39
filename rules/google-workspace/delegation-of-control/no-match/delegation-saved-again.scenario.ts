import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator saves the same delegation again',
  start: '2026-04-06T08:00:00Z',
  steps: [
    { sample: 'google-workspace/admin-delegation-granted', at: 'PT1H' },
    { sample: 'google-workspace/admin-delegation-granted', at: 'P9D' },
  ],
})
