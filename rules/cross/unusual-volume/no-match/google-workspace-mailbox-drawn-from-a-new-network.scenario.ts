import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads a mailbox within a day from a network that the application never used',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT8H', repeat: { every: 'P1D', times: 16 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P17DT1H',
      repeat: { every: 'PT1H', times: 20 },
      replace: { '48213': '9000000', '203.0.113.140': '192.0.2.33' },
    },
    { sample: 'google-workspace/login-success', at: 'P19D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
