import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads sixty files for each of two people within an hour',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1M', repeat: { every: 'PT30S', times: 60 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT2M',
      repeat: { every: 'PT30S', times: 60 },
      personas: { 'mara.voss': 'ole.brandt' },
    },
  ],
})
