import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A known application creates an inbound connector from a network that is new to it',
  steps: [
    {
      sample: 'm365/inbound-connector-made-by-application',
      at: 'PT1M',
      replace: { 'New-InboundConnector': 'Set-Mailbox' },
    },
    { sample: 'm365/inbound-connector-made-by-application', at: 'P20D', replace: { '198.51.100.88': '203.0.113.88' } },
  ],
})
