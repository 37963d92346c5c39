import { scenario } from '../../../lib/scenario.ts'

const appOnly = { 'mara.voss@northpier.example': 'app@sharepoint', '"UserType": 0': '"UserType": 5' }

export default scenario({
  title: 'An application without a user that only read files for weeks deletes ten files from the recycle bin',
  steps: [
    {
      sample: 'm365/app-role-grant-mail',
      at: 'PT1M',
      personas: { 'Payroll Bridge': 'Invoice Sync Helper' },
    },
    { sample: 'm365/file-downloaded-by-app', at: 'PT1H', repeat: { every: 'P1D', times: 20 }, replace: appOnly },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P20DT1H',
      repeat: { every: 'PT10S', times: 10 },
      replace: { ...appOnly, FileDownloaded: 'FileDeletedFirstStageRecycleBin' },
    },
  ],
})
