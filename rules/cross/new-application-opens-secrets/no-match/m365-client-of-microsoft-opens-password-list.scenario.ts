import { scenario } from '../../../lib/scenario.ts'
import newApplicationOpensPasswordList from '../match/m365-new-application-opens-password-list.scenario.ts'

export default scenario({
  ...newApplicationOpensPasswordList,
  title: 'A Microsoft client downloads a list of passwords on its first day',
  steps: newApplicationOpensPasswordList.steps.with(-1, {
    sample: 'm365/file-downloaded-by-app',
    at: 'P40DT1H',
    personas: { 'Invoice Sync Helper': 'Microsoft Office' },
    replace: { 'Suppliers 2026': 'Passwords' },
  }),
})
