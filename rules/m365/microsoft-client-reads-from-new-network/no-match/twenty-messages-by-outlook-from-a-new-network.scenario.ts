import { scenario } from '../../../lib/scenario.ts'
import messagesElsewhere from '../match/twenty-messages-by-graph-explorer-from-a-new-network.scenario.ts'

export default scenario({
  ...messagesElsewhere,
  title: 'A traveling user sends twenty messages with Outlook',
  steps: messagesElsewhere.steps.map((step) =>
    step.at === 'P16D' ? { ...step, personas: { 'Invoice Sync Helper': 'Microsoft Office' } } : step,
  ),
})
