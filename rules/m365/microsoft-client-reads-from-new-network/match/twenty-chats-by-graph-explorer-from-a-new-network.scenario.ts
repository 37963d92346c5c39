import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool sends twenty chat messages from a network that is new to the account',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'P16D',
      repeat: { every: 'PT60S', times: 20 },
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
      replace: {
        'me/mailFolders/inbox/messageRules': 'chats/19:0b7c2f6e_51d4c19a@unq.gbl.spaces/messages',
        '203.0.113.77': '192.0.2.33',
      },
    },
  ],
})
