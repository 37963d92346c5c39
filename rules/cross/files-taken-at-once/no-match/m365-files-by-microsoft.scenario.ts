import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft tool downloads two hundred files within forty minutes',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      repeat: { every: 'PT12S', times: 200 },
      personas: { 'Invoice Sync Helper': 'Graph Explorer' },
    },
  ],
})
