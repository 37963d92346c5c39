import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user registers an application with his own name',
  steps: [{ sample: 'm365/application-added', at: 'PT1M', replace: { 'Payroll Bridge': 'tomas.lindqvist' } }],
})
