import { scenario } from '../../../lib/scenario.ts'

const partner = { 'tomas.lindqvist@northpier.example': 'user_a1b2c3d4e5f6a1b2c3d4e5f6a1b2c3d4' }

export default scenario({
  title:
    'An administrator of a partner makes a person an administrator in each log, and adds a secret to an application',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1M', replace: partner },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT20M',
      replace: {
        ...partner,
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
      },
    },
    { sample: 'entra/audit-credential-secret-added', at: 'PT40M', replace: partner },
    {
      sample: 'm365/role-granted-to-user',
      at: 'PT60M',
      replace: { '"ActorContextId": "5c1d0e6a-7a41': '"ActorContextId": "6d2e1f7b-7a41' },
    },
  ],
})
