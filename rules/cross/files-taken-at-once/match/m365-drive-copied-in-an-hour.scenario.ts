import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads 120 files within half an hour, half of the files through synchronization',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1M', repeat: { every: 'PT24S', times: 60 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M12S',
      repeat: { every: 'PT24S', times: 60 },
      replace: { '"FileDownloaded"': '"FileSyncDownloadedFull"' },
    },
  ],
})
