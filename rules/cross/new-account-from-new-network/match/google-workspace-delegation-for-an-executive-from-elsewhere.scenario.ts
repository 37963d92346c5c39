import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that acts for one person acts for another person from a new network',
  steps: [
    { sample: 'google-workspace/access-evaluation-impersonation', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/access-evaluation-impersonation',
      at: 'P20DT1H',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { '203.0.113.140': '192.0.2.33' },
    },
  ],
})
