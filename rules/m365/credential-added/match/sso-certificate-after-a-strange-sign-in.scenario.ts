import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a new network and adds a certificate for SAML single sign-on three days later',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'm365/service-principal-credential-added',
      at: 'P19D',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        '[KeyIdentifier=6d4e12f7-63d4-5026-98e8-10079628fef2,KeyType=Password,KeyUsage=Verify,DisplayName=backup]':
          '[KeyIdentifier=6d4e12f7-63d4-5026-98e8-10079628fef2,KeyType=AsymmetricX509Cert,KeyUsage=Verify,DisplayName=CN=Microsoft Azure Federated SSO Certificate]\\",\\r\\n  \\"[KeyIdentifier=7e5f2308-74e5-5137-a9f9-2118a739fff3,KeyType=AsymmetricX509Cert,KeyUsage=Sign,DisplayName=CN=Microsoft Azure Federated SSO Certificate]',
      },
    },
  ],
})
