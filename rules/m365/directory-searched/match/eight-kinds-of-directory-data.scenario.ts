import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line requests eight kinds of directory data within ten minutes',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 8,
        replace: {
          'users?$top=999': [
            'users',
            'groups',
            'servicePrincipals',
            'applications',
            'directoryRoles',
            'devices',
            'oauth2PermissionGrants',
            'identity/conditionalAccess/policies',
          ],
        },
      },
    },
  ],
})
