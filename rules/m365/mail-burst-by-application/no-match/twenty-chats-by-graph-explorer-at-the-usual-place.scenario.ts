import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool sends twenty chat messages from a network that the account has used for weeks',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'P16D',
      repeat: { every: 'PT60S', times: 20 },
      replace: {
        'me/mailFolders/inbox/messageRules': 'chats/19:0b7c2f6e_51d4c19a@unq.gbl.spaces/messages',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
        '203.0.113.77': '198.51.100.23',
      },
    },
  ],
})
