import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application reads a mailbox rule, is refused a rule, and creates a folder; a Microsoft tool creates a rule',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 4,
        replace: {
          '"requestMethod": "POST"': [
            '"requestMethod": "GET"',
            '"requestMethod": "POST"',
            '"requestMethod": "POST"',
            '"requestMethod": "POST"',
          ],
          '"responseStatusCode": 201': [
            '"responseStatusCode": 200',
            '"responseStatusCode": 403',
            '"responseStatusCode": 201',
            '"responseStatusCode": 201',
          ],
          '"resultSignature": "201"': [
            '"resultSignature": "200"',
            '"resultSignature": "403"',
            '"resultSignature": "201"',
            '"resultSignature": "201"',
          ],
          '/me/mailFolders/inbox/messageRules': [
            '/me/mailFolders/inbox/messageRules',
            '/me/mailFolders/inbox/messageRules',
            '/me/mailFolders/inbox/messageRules',
            '/me/mailFolders',
          ],
        },
      },
      personas: { 'Invoice Sync Helper': ['Invoice Sync Helper', 'Invoice Sync Helper', 'Graph Explorer'] },
    },
  ],
})
