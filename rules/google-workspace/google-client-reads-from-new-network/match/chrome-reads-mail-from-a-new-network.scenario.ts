import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Chrome reads mail from a network that is new to the account',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16D',
      repeat: { every: 'PT10S', times: 5 },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com':
          '77185425430.apps.googleusercontent.com',
        'gmail.users.messages.list': 'gmail.users.messages.get',
      },
    },
  ],
})
