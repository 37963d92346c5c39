import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator deletes an application with a name of dots',
  steps: [{ sample: 'm365/application-deleted', at: 'PT1M', replace: { 'Payroll Bridge': '.....' } }],
})
