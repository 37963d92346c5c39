import { scenario } from '../../../lib/scenario.ts'
import explorer from '../match/twenty-chats-by-graph-explorer-from-a-new-network.scenario.ts'

export default scenario({
  ...explorer,
  title: 'Teams sends twenty chat messages through Microsoft Graph from a network that is new to the account',
  steps: explorer.steps.map((step) =>
    step.personas ? { ...step, personas: { 'Invoice Sync Helper': 'Microsoft Teams' } } : step,
  ),
})
