import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A shell uploads sixty files, and an application downloads sixty files without a user',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1M',
      repeat: { every: 'PT30S', times: 60 },
      replace: { '"FileDownloaded"': '"FileUploaded"' },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT2M',
      repeat: { every: 'PT30S', times: 60 },
      replace: { '"UserType": 0': '"UserType": 5', 'mara.voss@northpier.example': 'app@sharepoint' },
    },
  ],
})
