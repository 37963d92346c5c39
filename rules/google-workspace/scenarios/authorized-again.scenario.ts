import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes the same permissions again',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: ['PT21M', 'P20D'] }],
})
