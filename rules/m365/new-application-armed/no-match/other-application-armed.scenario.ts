import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A new application receives a secret; the permission goes to another application or to the ID in another tenant',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M', personas: { 'Payroll Bridge': 'Berth Planner' } },
    {
      sample: 'm365/app-role-grant-critical',
      at: 'PT40M',
      replace: { '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901': '2a7e9b40-6c1d-4f83-9e25-b8d0c4f16a37' },
    },
  ],
})
