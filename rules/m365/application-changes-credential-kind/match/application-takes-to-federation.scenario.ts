import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that always used a certificate signs in with the token of an external issuer',
  steps: [
    { sample: 'entra/signin-app-certificate', at: 'PT0S', repeat: { every: 'P5D', times: 14 } },
    {
      sample: 'entra/signin-app-certificate',
      at: 'P66D',
      replace: {
        '"servicePrincipalCredentialThumbprint": "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"':
          '"clientCredentialType": "federatedIdentityCredential"',
        '0c1d2e3f-4a5b-4c6d-8e7f-8a9b0c1d2e3f': '4e9a1c07-2b58-4d36-8f70-c5b6a7d8e9f0',
      },
    },
  ],
})
