import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three attempts to give new applications a secret and a permission each fail at one step',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT15M',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
    { sample: 'm365/application-added', at: 'PT3H8M', personas: { 'Payroll Bridge': 'Berth Planner' } },
    { sample: 'm365/credential-secret-added', at: 'PT3H15M', personas: { 'Payroll Bridge': 'Berth Planner' } },
    {
      sample: 'm365/app-role-grant-critical',
      at: 'PT3H30M',
      personas: { 'Payroll Bridge': 'Berth Planner' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    {
      sample: 'm365/application-added',
      at: 'PT6H8M',
      personas: { 'Payroll Bridge': 'Route Optimizer' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/credential-secret-added', at: 'PT6H15M', personas: { 'Payroll Bridge': 'Route Optimizer' } },
    { sample: 'm365/app-role-grant-critical', at: 'PT6H30M', personas: { 'Payroll Bridge': 'Route Optimizer' } },
  ],
})
