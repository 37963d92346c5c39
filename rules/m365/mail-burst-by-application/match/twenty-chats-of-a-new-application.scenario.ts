import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application sends twenty chat messages within twenty minutes',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      repeat: { every: 'PT60S', times: 20 },
      replace: { 'me/mailFolders/inbox/messageRules': 'chats/19:0b7c2f6e_51d4c19a@unq.gbl.spaces/messages' },
    },
  ],
})
