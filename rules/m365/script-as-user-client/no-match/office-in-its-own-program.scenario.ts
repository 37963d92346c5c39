import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Office reads mail and drafts; a script reads mail as another application, and is refused as Office',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
      },
    },
    { sample: 'entra/graph-user-lists-mail', at: 'PT2M', replace: { '9b677fcc': '9b677fcd' } },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT3M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        '9b677fcc': '9b677fce',
        '"responseStatusCode": 200': '"responseStatusCode": 403',
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT4M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        '9b677fcc': '9b677fcf',
        'python-requests/2.32.3': 'Microsoft Office/16.0',
        '/me/messages?$top=1000': '/me/mailFolders/drafts/messages?$filter=isRead eq false',
      },
    },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT5M',
      replace: {
        '9b677fcc': '9b677fd0',
        '/me/messages?$top=1000': "/me/mailFolders/inbox/messages?$filter=subject eq 'Order'",
      },
    },
  ],
})
