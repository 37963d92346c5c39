import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application grants another application permission to read all profiles',
  steps: [
    {
      sample: 'm365/app-role-grant-by-itself',
      at: 'PT1M',
      replace: {
        '741f803b-c850-494e-b5df-cde7c675a1ca': 'df021288-bdef-4463-88db-98f22de89214',
        '"User.ReadWrite.All"': '"User.Read.All"',
        "Read and write all users' full profiles": "Read all users' full profiles",
        '"NewValue": "a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20"': '"NewValue": "f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01"',
        '"NewValue": "7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34"': '"NewValue": "91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89"',
        '"NewValue": "Payroll Bridge"': '"NewValue": "Harbour CRM Connector"',
      },
    },
  ],
})
