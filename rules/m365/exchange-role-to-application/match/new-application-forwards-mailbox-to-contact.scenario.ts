import { scenario } from '../../../lib/scenario.ts'
import connector from './new-application-opens-connector.scenario.ts'

export default scenario({
  ...connector,
  title: 'A previously unused application forwards a mailbox to a contact of the organization',
  steps: connector.steps.map((step) => ({
    ...step,
    replace: {
      'New-InboundConnector': 'Set-Mailbox',
      '"SenderDomains"': '"ForwardingAddress"',
      'smtp:*;1': 'Ledger Copy',
    },
  })),
})
