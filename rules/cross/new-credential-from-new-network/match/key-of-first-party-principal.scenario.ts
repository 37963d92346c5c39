import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft service principal receives a secret and signs in with the secret for the first time',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S' },
    {
      sample: 'm365/credential-secret-added',
      at: 'P20D',
      personas: { 'Payroll Bridge': 'Office 365 Exchange Online' },
    },
    {
      sample: 'entra/signin-app-new-secret',
      at: 'P20DT30M',
      personas: { 'Payroll Bridge': 'Office 365 Exchange Online' },
      replace: {
        '"appOwnerTenantId": "5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901"':
          '"appOwnerTenantId": "f8cdef31-a31e-4b4a-93e4-5f571e91255a"',
      },
    },
  ],
})
