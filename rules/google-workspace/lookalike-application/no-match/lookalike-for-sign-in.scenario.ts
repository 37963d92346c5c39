import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in to an application with a name that imitates Google Drive',
  steps: [
    {
      sample: 'google-workspace/token-authorize-sign-in-only',
      at: 'PT1M',
      replace: { 'Roadmap Board': 'G00gle Drive' },
    },
  ],
})
