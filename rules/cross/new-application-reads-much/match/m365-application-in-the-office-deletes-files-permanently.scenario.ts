import { scenario } from '../../../lib/scenario.ts'

const inOffice = { '203.0.113.77': '198.51.100.9' }

export default scenario({
  title: 'An application in the office network that only read files for weeks deletes ten files from the recycle bin',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1H', repeat: { every: 'P1D', times: 20 }, replace: inOffice },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P20DT1H',
      repeat: { every: 'PT10S', times: 10 },
      replace: { ...inOffice, FileDownloaded: 'FileDeletedFirstStageRecycleBin' },
    },
  ],
})
