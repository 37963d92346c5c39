import { scenario } from '../../../lib/scenario.ts'
import newApplicationOpensPasswordList from '../match/m365-new-application-opens-password-list.scenario.ts'

export default scenario({
  ...newApplicationOpensPasswordList,
  title: 'A Microsoft client downloads a list of passwords on its first day',
  steps: newApplicationOpensPasswordList.steps.with(-1, {
    sample: 'm365/file-downloaded-by-app',
    at: 'P40DT1H',
    replace: {
      'Suppliers 2026': 'Passwords',
      'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
    },
  }),
})
