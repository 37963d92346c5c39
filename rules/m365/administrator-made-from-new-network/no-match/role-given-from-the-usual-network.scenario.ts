import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network, and makes a person an administrator from its usual network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
        '198.51.100.31': '198.51.100.23',
      },
    },
  ],
})
