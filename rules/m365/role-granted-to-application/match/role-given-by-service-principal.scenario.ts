import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service principal makes a person a Global Administrator, in the unified audit log',
  steps: [
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT1M',
      replace: {
        '"UserId": "tomas.lindqvist@northpier.example"':
          '"UserId": "ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"',
        '"ID": "tomas.lindqvist@northpier.example",\n      "Type": 5': '"ID": "Payroll Bridge",\n      "Type": 1',
        '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
        'User_6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': 'ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
        '"ID": "User",\n      "Type": 2\n    }\n  ],\n  "ActorContextId"':
          '"ID": "ServicePrincipal",\n      "Type": 2\n    }\n  ],\n  "ActorContextId"',
      },
    },
  ],
})
