import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator requests five kinds of directory data',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      replace: { 'b79fbf4d-3ef9-4689-8143-76b194e85509': '62e90394-69f5-4237-9190-012177145e10' },
      repeat: {
        every: 'PT1M',
        times: 5,
        replace: {
          'users?$top=999': [
            'servicePrincipals',
            'applications',
            'directoryRoles',
            'oauth2PermissionGrants',
            'identity/conditionalAccess/policies',
          ],
        },
      },
    },
  ],
})
