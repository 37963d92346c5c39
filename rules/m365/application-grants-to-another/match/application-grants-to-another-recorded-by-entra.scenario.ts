import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The Entra log records that an application grants another application access to the calendars of all users',
  steps: [
    {
      sample: 'entra/audit-app-role-grant-by-itself',
      at: 'PT1M',
      replace: {
        '"newValue": "\\"a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20\\""':
          '"newValue": "\\"f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01\\""',
        '"newValue": "\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\""':
          '"newValue": "\\"91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89\\""',
        '"newValue": "\\"Payroll Bridge\\""': '"newValue": "\\"Harbour CRM Connector\\""',
        '741f803b-c850-494e-b5df-cde7c675a1ca': 'ef54d2bf-783f-4e0f-bca1-3210c0444d99',
        'User.ReadWrite.All': 'Calendars.ReadWrite',
        "Read and write all users' full profiles": 'Read and write calendars in all mailboxes',
      },
    },
  ],
})
