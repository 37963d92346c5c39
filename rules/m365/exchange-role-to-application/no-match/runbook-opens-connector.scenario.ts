import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A known application creates an inbound connector from its usual network',
  start: '2026-03-15T03:00:00Z',
  steps: [
    {
      sample: 'm365/inbound-connector-made-by-application',
      at: 'PT1M',
      replace: { 'New-InboundConnector': 'Set-Mailbox' },
    },
    { sample: 'm365/inbound-connector-made-by-application', at: 'P15D' },
  ],
})
