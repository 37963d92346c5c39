import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Stolen tokens read mail in a network that the vendor never used, and read thirty files two hours later',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H', replace: { '203.0.113.140': '192.0.2.33' } },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P20DT3H',
      replace: { '203.0.113.140': '192.0.2.33' },
      repeat: { every: 'PT1M', times: 30 },
    },
  ],
})
