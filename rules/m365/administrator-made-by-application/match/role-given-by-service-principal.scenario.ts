import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/role-given-by-service-principal',
  title: 'A service principal makes a person a global administrator, in the unified audit log',
  start: '2026-03-15T02:00:00Z',
  steps: [
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT1M',
      replace: {
        '"UserId": "tomas.lindqvist@northpier.example"':
          '"UserId": "ServicePrincipal_a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"',
      },
    },
  ],
})
