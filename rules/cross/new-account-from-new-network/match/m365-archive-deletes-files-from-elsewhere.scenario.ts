import { scenario } from '../../../lib/scenario.ts'

const appOnly = {
  '"UserId": "mara.voss@northpier.example"': '"UserId": "app@sharepoint"',
  '"UserType": 0': '"UserType": 5',
}

export default scenario({
  title:
    'An archive without a user writes files for weeks; with its usual program, a thief deletes the versions of a file',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT0S',
      replace: { ...appOnly, FileDownloaded: 'FileModified' },
      repeat: { every: 'P1D', times: 20 },
    },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P20DT1H',
      replace: { ...appOnly, FileDownloaded: 'FileVersionsAllDeleted', '203.0.113.77': '192.0.2.33' },
    },
  ],
})
