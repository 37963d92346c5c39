import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application called by nothing but dots is given a right of its own',
  start: '2026-03-12T09:00:00Z',
  steps: [{ sample: 'm365/app-role-grant-mail', at: 'PT1M', replace: { 'Payroll Bridge': '.....' } }],
})
