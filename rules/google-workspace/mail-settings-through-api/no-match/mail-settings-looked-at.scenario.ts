import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads a filter, and a Google tool adds a filter',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1M',
      replace: { 'gmail.users.messages.list': 'gmail.users.settings.filters.get' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT2M',
      replace: {
        'gmail.users.messages.list': 'gmail.users.settings.filters.create',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559',
      },
    },
  ],
})
