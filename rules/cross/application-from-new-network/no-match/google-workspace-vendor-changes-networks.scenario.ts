import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A vendor that gets new addresses for its servers every few days uses another one',
  start: '2026-03-16T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P4D', replace: { '203.0.113.140': '198.51.100.4' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P8D', replace: { '203.0.113.140': '192.0.2.8' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P12D', replace: { '203.0.113.140': '198.18.7.12' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H', replace: { '203.0.113.140': '198.18.9.20' } },
  ],
})
