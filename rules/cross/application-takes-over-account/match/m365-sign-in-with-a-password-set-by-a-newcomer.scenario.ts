import { scenario } from '../../../lib/scenario.ts'

const ofJonas = { 'mara.voss': 'jonas.reimer' }

export default scenario({
  title: 'An administrator in a new network resets a password, and the account signs in from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'entra/signin-user-app', at: 'PT1H', repeat: { every: 'P1D', times: 20 }, personas: ofJonas },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: ofJonas, replace: { '198.51.100.23': '192.0.2.33' } },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT1H',
      replace: {
        '"user": null':
          '"user": { "id": "2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26", "userPrincipalName": "jonas.reimer@northpier.example" }',
        '"servicePrincipalId": "f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"': '"servicePrincipalId": null',
        '"displayName": "Harbour CRM Connector"': '"displayName": null',
      },
    },
    { sample: 'entra/signin-user-app', at: 'P20DT2H', replace: { '198.51.100.23': '192.0.2.34' } },
  ],
})
