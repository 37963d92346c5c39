import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Malware reads commands from drafts with the client ID of Office and the user agent of a browser',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'python-requests/2.32.3': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
        '/me/messages?$top=1000': "/me/mailFolders/drafts/messages?$filter=startswith(subject,'c_')",
      },
    },
  ],
})
