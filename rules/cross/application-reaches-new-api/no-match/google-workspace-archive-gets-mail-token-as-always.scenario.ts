import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that obtains tokens for mail every few days obtains a further token for mail',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'PT0S', repeat: { every: 'P5D', times: 9 } },
  ],
})
