import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Google refuses an application with a name that imitates Google Drive',
  steps: [{ sample: 'google-workspace/token-deny', at: 'PT1M', replace: { 'Inbox Pilot': 'G00gle Drive' } }],
})
