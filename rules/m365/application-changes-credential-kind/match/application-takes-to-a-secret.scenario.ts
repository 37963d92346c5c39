import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that always used a certificate signs in with a secret',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P5D', times: 14 } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT1H',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '3c7a90e5-1d48-4b62-9f03-8e5d2c1b7a64',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'b60f2e81-9a4c-4d73-8e15-7c3a2b1d0f98',
        'Harbour CRM Connector': 'Berth Planner',
        '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': '5b2e8d90-7f31-4a6c-9e04-d1c2b3a4f586',
      },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P35D',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '3c7a90e5-1d48-4b62-9f03-8e5d2c1b7a64',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'b60f2e81-9a4c-4d73-8e15-7c3a2b1d0f98',
        'Harbour CRM Connector': 'Berth Planner',
        '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': '5b2e8d90-7f31-4a6c-9e04-d1c2b3a4f586',
        '"servicePrincipalCredentialThumbprint": "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"':
          '"clientCredentialType": "clientSecret"',
      },
    },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P66D',
      delivered: 'P66DT2H',
      replace: {
        '"servicePrincipalCredentialThumbprint": "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"':
          '"clientCredentialType": "clientSecret"',
      },
    },
  ],
})
