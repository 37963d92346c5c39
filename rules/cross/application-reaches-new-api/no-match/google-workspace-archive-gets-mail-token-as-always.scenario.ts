import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account obtains a token for mail, as it does every few days',
  start: '2026-01-05T09:00:00Z',
  steps: [
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'PT0S',
      repeat: { every: 'P5D', times: 9 },
    },
  ],
})
