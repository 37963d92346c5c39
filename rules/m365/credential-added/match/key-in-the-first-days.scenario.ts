import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two colleagues add keys to one application in the first days of the log source',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT0S' },
    {
      sample: 'm365/credential-secret-added',
      at: 'P9D',
      replace: {
        'tomas.lindqvist': 'jonas.reimer',
        '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
  ],
})
