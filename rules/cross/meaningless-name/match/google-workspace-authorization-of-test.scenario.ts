import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants mail access to an application named test',
  steps: [{ sample: 'google-workspace/token-authorize-mail', at: 'PT1M', replace: { 'Inbox Pilot': 'test' } }],
})
