import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person resets a password, an application fails to reset a password, and an application disables an account',
  steps: [
    { sample: 'entra/audit-device-owner-added', at: 'PT1M' },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20D',
      replace: { '"servicePrincipalId": "f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"': '"servicePrincipalId": null' },
    },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT1M',
      replace: { '"result": "success"': '"result": "failure"', '51842077': '51842078' },
    },
    {
      sample: 'entra/audit-password-reset-by-application',
      at: 'P20DT2M',
      replace: { 'Reset user password': 'Disable account', '51842077': '51842079' },
    },
  ],
})
