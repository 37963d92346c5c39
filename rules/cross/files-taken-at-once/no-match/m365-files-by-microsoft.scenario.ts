import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool downloads two hundred files within forty minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      repeat: { every: 'PT12S', times: 200 },
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
    },
  ],
})
