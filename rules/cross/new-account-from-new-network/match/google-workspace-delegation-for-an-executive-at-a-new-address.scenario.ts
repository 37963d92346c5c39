import { scenario } from '../../../lib/scenario.ts'

const token = 'google-workspace/access-evaluation-impersonation'

export default scenario({
  title: 'A service account that acts for one person acts for another person from a new address in its usual network',
  steps: [
    { sample: token, at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: token, at: 'P20DT1H', replace: { '203.0.113.140': '203.0.113.98' } },
    {
      sample: token,
      at: 'P20DT2H',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { '203.0.113.140': '203.0.113.98' },
    },
  ],
})
