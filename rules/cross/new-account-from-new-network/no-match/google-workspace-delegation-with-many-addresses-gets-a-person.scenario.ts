import { scenario } from '../../../lib/scenario.ts'

const token = 'google-workspace/access-evaluation-impersonation'

export default scenario({
  title: 'A service account whose address in its usual network changes each week acts for another person',
  steps: [
    { sample: token, at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: token,
      at: 'P20DT1H',
      repeat: {
        every: 'P7D',
        times: 4,
        replace: { '203.0.113.140': ['203.0.113.91', '203.0.113.92', '203.0.113.93', '203.0.113.94'] },
      },
    },
    {
      sample: token,
      at: 'P48DT1H',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { '203.0.113.140': '203.0.113.95' },
    },
  ],
})
