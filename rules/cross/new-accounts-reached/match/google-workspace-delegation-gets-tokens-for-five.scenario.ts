import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account obtains tokens for five users, without any record of a read',
  steps: [
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'PT20M',
      repeat: { every: 'PT7M', times: 5 },
      personas: { 'mara.voss': 5 },
    },
  ],
})
