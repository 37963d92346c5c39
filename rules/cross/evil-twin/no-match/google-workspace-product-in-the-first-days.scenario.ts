import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in to a product of Google, days after the first record of the log',
  steps: [
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT0S' },
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'P9D',
      replace: { '590314872206': '590314872306', 'Roadmap Board': 'Google Classroom' },
    },
  ],
})
