import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line requests four kinds of permission data, and users, groups and devices',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 7,
        replace: {
          'users?$top=999': [
            'servicePrincipals',
            'applications',
            'directoryRoles',
            'oauth2PermissionGrants',
            'users',
            'groups',
            'devices',
          ],
        },
      },
    },
  ],
})
