import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application creates a draft, and its attempt to create a message in an inbox is denied',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      replace: { '/me/mailFolders/inbox/messageRules': '/me/messages' },
    },
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT2M',
      replace: {
        '/me/mailFolders/inbox/messageRules': '/me/mailFolders/inbox/messages',
        '"responseStatusCode": 201': '"responseStatusCode": 403',
        '"resultSignature": "201"': '"resultSignature": "403"',
      },
    },
  ],
})
