import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads one message an hour in a new network',
  start: '2026-03-16T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT0S' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT1H',
      repeat: { every: 'PT1H', times: 8 },
      replace: { '203.0.113.140': '192.0.2.33' },
    },
  ],
})
