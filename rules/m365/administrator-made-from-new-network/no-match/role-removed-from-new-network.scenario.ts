import { scenario } from '../../../lib/scenario.ts'
import given from '../match/role-given-an-hour-after-a-strange-sign-in.scenario.ts'

export default scenario({
  ...given,
  title: 'An account signs in from a new network and removes a person from a role',
  steps: [
    ...given.steps.slice(0, -1),
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        'Add member to role': 'Remove member from role',
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
        '198.51.100.31': '203.0.113.90',
      },
    },
  ],
})
