import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The SharePoint Online Management Shell downloads thirty files within half an hour',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      repeat: { every: 'PT50S', times: 30 },
      personas: { 'Invoice Sync Helper': 'SharePoint Online Management Shell' },
      replace: {
        'Go-http-client/2.0': 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.20348.1850',
      },
    },
  ],
})
