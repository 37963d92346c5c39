import { scenario } from '../../../lib/scenario.ts'

const planner = {
  '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com': '104567890123456789012',
  'gmail.users.messages.list': 'drive.files.list',
  '"gmail"': '"drive"',
  GMAIL: 'DRIVE',
}

export default scenario({
  title: 'A service account that listed a person’s files reads the same person’s mail from a new network',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 20 },
      replace: planner,
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT2H',
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com': '104567890123456789012',
        '203.0.113.140': '192.0.2.33',
      },
    },
  ],
})
