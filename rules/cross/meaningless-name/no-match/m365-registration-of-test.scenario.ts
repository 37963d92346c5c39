import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A developer registers an application named test',
  steps: [{ sample: 'm365/application-added', at: 'PT1M', replace: { 'Payroll Bridge': 'test' } }],
})
