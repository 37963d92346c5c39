import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator deletes an application with a name of dots',
  start: '2026-03-12T09:00:00Z',
  steps: [{ sample: 'm365/application-deleted', at: 'PT1M', replace: { 'Payroll Bridge': '.....' } }],
})
