import { scenario } from '../../../lib/scenario.ts'
import newcomer from '../match/google-workspace-application-reads-in-the-network-of-a-newcomer.scenario.ts'

export default scenario({
  ...newcomer,
  title: 'An account signs in from a new network and authorizes an application, which reads mail in another network',
  steps: newcomer.steps.with(-1, {
    sample: 'google-workspace/token-activity-gmail',
    at: 'P21D',
    replace: { '203.0.113.140': '192.0.2.33' },
  }),
})
