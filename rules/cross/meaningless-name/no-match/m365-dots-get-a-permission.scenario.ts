import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with a name of dots receives an application permission',
  steps: [{ sample: 'm365/app-role-grant-mail', at: 'PT1M', replace: { 'Payroll Bridge': '.....' } }],
})
