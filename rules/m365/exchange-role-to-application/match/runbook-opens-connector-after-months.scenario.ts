import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application creates an inbound connector a day after its first use in ten weeks',
  steps: [
    {
      sample: 'm365/inbound-connector-made-by-application',
      at: ['PT1M', 'P70D'],
      replace: { 'New-InboundConnector': 'Set-Mailbox' },
    },
    { sample: 'm365/inbound-connector-made-by-application', at: 'P71D' },
  ],
})
