import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'New applications after three months are denied, belong to Google, or access only their own files',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-device', at: 'PT1H' },
    {
      sample: 'google-workspace/token-deny',
      at: 'P91D',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '288114470930-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P91DT1H',
      replace: { '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P91DT2H',
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '288114470931-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/drive.file',
      },
    },
  ],
})
