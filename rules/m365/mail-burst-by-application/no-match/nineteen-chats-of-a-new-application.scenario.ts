import { scenario } from '../../../lib/scenario.ts'
import twentyChats from '../match/twenty-chats-of-a-new-application.scenario.ts'

export default scenario({
  ...twentyChats,
  title: 'A new application sends nineteen chat messages within twenty minutes',
  steps: twentyChats.steps.map((step) => ({ ...step, repeat: { every: 'PT60S', times: 19 } })),
})
