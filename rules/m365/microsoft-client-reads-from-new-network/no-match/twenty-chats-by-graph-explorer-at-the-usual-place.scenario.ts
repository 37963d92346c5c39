import { scenario } from '../../../lib/scenario.ts'
import chatsElsewhere from '../match/twenty-chats-by-graph-explorer-from-a-new-network.scenario.ts'

export default scenario({
  ...chatsElsewhere,
  title: 'A Microsoft tool sends twenty chat messages from a network that the account has used for weeks',
  steps: chatsElsewhere.steps.map((step) =>
    step.at === 'P16D' ? { ...step, replace: { ...step.replace, '203.0.113.77': '198.51.100.23' } } : step,
  ),
})
