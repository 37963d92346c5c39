import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An agent adds a secret to an application',
  steps: [
    {
      sample: 'entra/audit-credential-secret-added',
      at: 'PT1M',
      replace: {
        '"user": {':
          '"app": { "agentType": "agenticAppInstance", "servicePrincipalId": "0a9b8c7d-6e5f-4a3b-8c2d-1e0f9a8b7c6e",',
      },
    },
  ],
})
