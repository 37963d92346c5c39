import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application uploads two hundred files within forty minutes',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      repeat: { every: 'PT12S', times: 200 },
      replace: { '"FileDownloaded"': '"FileUploaded"' },
    },
  ],
})
