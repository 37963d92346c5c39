import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail program reads mail on another phone, in a network where its user has just signed in',
  start: '2026-03-16T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'google-workspace/login-success', at: 'P20DT50M', replace: { '198.51.100.71': '192.0.2.33' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT1H', replace: { '203.0.113.140': '192.0.2.33' } },
  ],
})
