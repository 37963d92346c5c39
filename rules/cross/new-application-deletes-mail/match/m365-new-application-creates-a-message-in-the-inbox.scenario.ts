import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application creates a message in an inbox through Microsoft Graph, without sending it',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      replace: { '/me/mailFolders/inbox/messageRules': '/me/mailFolders/inbox/messages' },
    },
  ],
})
