import { scenario } from '../../../lib/scenario.ts'
import newApplicationOpensPasswordList from '../match/m365-new-application-opens-password-list.scenario.ts'

export default scenario({
  ...newApplicationOpensPasswordList,
  title:
    'A new application downloads a supplier list and uploads a password list, which it downloads on its fourth day',
  steps: [
    ...newApplicationOpensPasswordList.steps.slice(0, -1),
    { sample: 'm365/file-downloaded-by-app', at: 'P40DT1H' },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'P40DT2H',
      replace: { 'Suppliers 2026': 'Passwords', '"FileDownloaded"': '"FileUploaded"' },
    },
    { sample: 'm365/file-downloaded-by-app', at: 'P43DT2H', replace: { 'Suppliers 2026': 'Passwords' } },
  ],
})
