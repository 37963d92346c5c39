import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads Vault exports for an administrator from a new network',
  steps: [
    { sample: 'google-workspace/vault-export-downloaded', at: 'P0D' },
    {
      sample: 'google-workspace/vault-export-downloaded',
      at: 'P20D',
      replace: {
        '198.51.100.23': '203.0.113.121',
        '"callerType": "USER",':
          '"callerType": "USER", "applicationInfo": { "oauthClientId": "1011.apps.googleusercontent.com" },',
      },
    },
  ],
})
