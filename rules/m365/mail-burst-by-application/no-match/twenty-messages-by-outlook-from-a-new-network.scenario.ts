import { scenario } from '../../../lib/scenario.ts'
import messagesElsewhere from '../match/twenty-messages-by-graph-explorer-from-a-new-network.scenario.ts'

export default scenario({
  title: 'A traveling user sends twenty messages with Outlook',
  start: messagesElsewhere.start,
  steps: messagesElsewhere.steps.map((step) =>
    step.at === 'P16D'
      ? {
          ...step,
          replace: { ...step.replace, 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c' },
        }
      : step,
  ),
})
