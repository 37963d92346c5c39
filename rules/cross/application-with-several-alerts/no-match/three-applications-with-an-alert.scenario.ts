import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three applications raise one alert each within a week',
  steps: [
    { sample: 'm365/owner-added', at: 'PT1H', personas: { 'Payroll Bridge': 'Berth Planner' } },
    { sample: 'm365/application-redirect-added', at: 'P1D', personas: { 'Payroll Bridge': 'Route Optimizer' } },
    { sample: 'm365/credential-secret-added', at: 'P3D', personas: { 'Payroll Bridge': 'Customs Gateway' } },
  ],
})
