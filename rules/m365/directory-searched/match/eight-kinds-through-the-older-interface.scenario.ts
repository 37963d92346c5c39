import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Azure AD PowerShell requests eight kinds of directory data from Azure AD Graph',
  steps: [
    {
      sample: 'entra/aadgraph-powershell-lists-users',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 8,
        replace: {
          '/users?$top=999': [
            '/users',
            '/groups',
            '/servicePrincipals',
            '/applications',
            '/directoryRoles',
            '/devices',
            '/oauth2PermissionGrants',
            '/tenantDetails',
          ],
        },
      },
    },
  ],
})
