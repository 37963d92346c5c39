import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A shell downloads a file with the client ID of Office',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        'Go-http-client/2.0': 'Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.20348.1850',
      },
    },
  ],
})
