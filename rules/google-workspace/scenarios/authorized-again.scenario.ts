import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes the same permissions again',
  start: '2026-04-06T08:00:00Z',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: ['PT21M', 'P20D'] }],
})
