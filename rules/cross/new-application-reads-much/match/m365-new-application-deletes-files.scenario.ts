import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application deletes ten files on its first day',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      replace: { FileDownloaded: 'FileRecycled' },
      repeat: { every: 'PT30M', times: 10 },
    },
  ],
})
