import { scenario } from '../../../lib/scenario.ts'
import { payrollSignsIn } from '../../../m365/scenarios/steps.ts'

export const bySelf = {
  '"UserId": "tomas.lindqvist@northpier.example"': '"UserId": "ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"',
  '"ID": "10032001F9E8D7C6",\n      "Type": 3': '"ID": "7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34",\n      "Type": 2',
  '"ID": "tomas.lindqvist@northpier.example",\n      "Type": 5': '"ID": "Payroll Bridge",\n      "Type": 1',
  '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
  'User_6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': 'ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
  '"ID": "User",\n      "Type": 2\n    }\n  ],\n  "ActorContextId"':
    '"ID": "ServicePrincipal",\n      "Type": 2\n    }\n  ],\n  "ActorContextId"',
}

export default scenario({
  title: 'An application in use adds a secret to itself for the first time',
  steps: [
    { sample: 'm365/owner-added', at: 'P0D', personas: { 'Payroll Bridge': 'Harbour CRM Connector' } },
    { ...payrollSignsIn, at: 'PT0S', repeat: { every: 'P1D', times: 40 } },
    {
      sample: 'm365/credential-secret-added',
      at: 'P40D',
      replace: bySelf,
    },
  ],
})
