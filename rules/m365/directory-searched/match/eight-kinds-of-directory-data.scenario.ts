import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line requests eight kinds of directory data within ten minutes',
  start: '2026-04-02T08:00:00Z',
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
          'd417e9b2-0c5f': [
            'd417e9c0-0c5f',
            'd417e9c1-0c5f',
            'd417e9c2-0c5f',
            'd417e9c3-0c5f',
            'd417e9c4-0c5f',
            'd417e9c5-0c5f',
            'd417e9c6-0c5f',
            'd417e9c7-0c5f',
          ],
        },
      },
    },
  ],
})
