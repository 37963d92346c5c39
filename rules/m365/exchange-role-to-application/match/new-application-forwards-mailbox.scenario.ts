import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A previously unused application forwards a mailbox',
  steps: [
    {
      sample: 'm365/inbound-connector-made-by-application',
      at: 'PT1M',
      replace: {
        'New-InboundConnector': 'Set-Mailbox',
        '"SenderDomains"': '"ForwardingSmtpAddress"',
        'smtp:*;1': 'smtp:copy@northpier-billing.example',
      },
    },
  ],
})
