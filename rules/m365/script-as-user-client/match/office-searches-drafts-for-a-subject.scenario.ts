import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Malware reads commands from drafts with the client ID of Office and the user agent of a browser',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1M',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: {
        'python-requests/2.32.3': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
        '/me/messages?$top=1000': "/me/mailFolders/drafts/messages?$filter=startswith(subject,'c_')",
      },
    },
  ],
})
