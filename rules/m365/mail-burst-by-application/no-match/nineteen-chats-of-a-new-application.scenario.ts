import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application sends nineteen chat messages within twenty minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      repeat: { every: 'PT60S', times: 19 },
      replace: { 'me/mailFolders/inbox/messageRules': 'chats/19:0b7c2f6e_51d4c19a@unq.gbl.spaces/messages' },
    },
  ],
})
