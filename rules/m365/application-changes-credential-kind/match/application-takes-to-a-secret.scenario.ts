import { scenario } from '../../../lib/scenario.ts'

const withSecret = {
  '"servicePrincipalCredentialThumbprint": "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"':
    '"clientCredentialType": "clientSecret"',
}

export default scenario({
  title: 'An application that always used a certificate signs in with a secret',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P5D', times: 14 } },
    { sample: 'entra/signin-app-certificate', at: 'PT1H', personas: { 'Harbour CRM Connector': 'Berth Planner' } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P35D',
      personas: { 'Harbour CRM Connector': 'Berth Planner' },
      replace: withSecret,
    },
    { sample: 'entra/signin-app-certificate', at: 'P66D', delivered: 'P66DT2H', replace: withSecret },
  ],
})
