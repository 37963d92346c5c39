import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account acts for its usual user again after eleven weeks, from a new network on two days',
  steps: [
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'P97DT1H',
      replace: { '203.0.113.140': '192.0.2.33' },
      repeat: { every: 'P1DT2H', times: 2 },
    },
  ],
})
