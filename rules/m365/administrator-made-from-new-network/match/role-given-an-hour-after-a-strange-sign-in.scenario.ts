import { scenario } from '../../../lib/scenario.ts'
import { signInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'An account signs in from a new network, and makes a person an administrator',
  steps: [
    { sample: 'entra/audit-role-removed-in-pim-permanent', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
        '198.51.100.31': '203.0.113.90',
      },
    },
  ],
})
