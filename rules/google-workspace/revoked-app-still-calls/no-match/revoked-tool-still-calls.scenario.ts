import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A tool of Google is revoked and calls on, two days later',
  start: '2026-04-06T08:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT21M',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559' },
    },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P3D',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P5D',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559' },
    },
  ],
})
