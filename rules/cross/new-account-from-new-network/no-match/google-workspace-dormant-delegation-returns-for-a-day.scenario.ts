import { scenario } from '../../../lib/scenario.ts'
import returnsFromElsewhere from '../match/google-workspace-dormant-delegation-returns-from-elsewhere.scenario.ts'

export default scenario({
  ...returnsFromElsewhere,
  title: 'A service account acts for its usual user again after eleven weeks, from a new network on one day',
  steps: [
    ...returnsFromElsewhere.steps.slice(0, 1),
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'P97DT1H',
      replace: { '203.0.113.140': '192.0.2.33' },
      repeat: { every: 'PT2H', times: 2 },
    },
  ],
})
