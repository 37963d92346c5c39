import { scenario } from '../../../lib/scenario.ts'

const byJonas = {
  '"user": null':
    '"user": { "id": "2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26", "userPrincipalName": "jonas.reimer@northpier.example" }',
  '"servicePrincipalId": "f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"': '"servicePrincipalId": null',
  '"displayName": "Harbour CRM Connector"': '"displayName": null',
}

export default scenario({
  title:
    'An administrator in the office resets a password and registers an access pass, and the account signs in from a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'entra/audit-password-reset-by-application', at: 'P20DT1H', replace: byJonas },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT1H5M',
      replace: { ...byJonas, 'Reset user password': 'Admin registered security info' },
    },
    { sample: 'entra/signin-user-app', at: 'P20DT1H20M', replace: { '198.51.100.23': '192.0.2.34' } },
  ],
})
