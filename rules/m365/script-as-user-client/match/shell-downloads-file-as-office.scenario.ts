import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A shell downloads a file with the client ID of Office',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      personas: { 'Invoice Sync Helper': 'Microsoft Office' },
      replace: {
        'Go-http-client/2.0': 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.20348.1850',
      },
    },
  ],
})
