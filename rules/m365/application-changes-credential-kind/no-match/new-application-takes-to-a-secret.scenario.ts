import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that appeared ten days ago signs in with a secret',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'PT0S',
      repeat: { every: 'P5D', times: 14 },
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
    },
    { sample: 'entra/signin-app-certificate', at: 'P56D', repeat: { every: 'P5D', times: 2 } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P66D',
      replace: {
        '"servicePrincipalCredentialThumbprint": "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"':
          '"clientCredentialType": "clientSecret"',
      },
    },
  ],
})
