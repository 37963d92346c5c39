import { scenario } from '../../../lib/scenario.ts'
import explorer from '../match/twenty-chats-by-graph-explorer-from-a-new-network.scenario.ts'

export default scenario({
  title: 'Teams sends twenty chat messages through Microsoft Graph from a network that is new to the account',
  start: explorer.start,
  steps: explorer.steps.map(({ replace, ...step }) => ({
    ...step,
    replace: { ...replace, 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '1fec8e78-bce4-4aaf-ab1b-5451cc387264' },
  })),
})
