import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office reads mail and drafts; a script reads mail as another application, and is refused as Office',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { 'python-requests/2.32.3': 'Microsoft Office/16.0' },
    },
    { sample: 'entra/graph-user-lists-mail', at: 'PT2M' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT3M',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: { '"responseStatusCode": 200': '"responseStatusCode": 403' },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT4M',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: {
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/mailFolders/drafts/messages?$filter=isRead eq false',
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT5M',
      replace: { '/me/messages?$top=1000': "/me/mailFolders/inbox/messages?$filter=subject eq 'Order'" },
    },
  ],
})
