import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator consents to an agent of the organization for all users',
  steps: [
    { sample: 'entra/signin-agent', at: 'PT1M' },
    {
      sample: 'm365/consent-tenant-wide',
      at: 'P30D',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'b75d1c38-0e6a-4f92-a7d4-3c8b5f16e902',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'e19a4d70-5c8b-4263-9f0e-8b7d2a6c4f35',
        'Harbour CRM Connector': 'Harbour Service Agent',
      },
    },
  ],
})
