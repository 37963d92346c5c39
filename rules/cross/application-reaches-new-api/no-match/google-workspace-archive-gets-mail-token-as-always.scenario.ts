import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that obtains tokens for mail every few days obtains a further token for mail',
  steps: [
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'PT0S', repeat: { every: 'P5D', times: 9 } },
  ],
})
