import { scenario } from '../../../lib/scenario.ts'
import connector from '../match/new-application-opens-connector.scenario.ts'

export default scenario({
  ...connector,
  title: 'A previously unused application stops the forwarding of a mailbox',
  steps: connector.steps.map((step) => ({
    ...step,
    replace: { 'New-InboundConnector': 'Set-Mailbox', '"SenderDomains"': '"ForwardingAddress"', 'smtp:*;1': '' },
  })),
})
