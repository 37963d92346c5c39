import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that read one mailbox requests one directory list every second night',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S' },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20D',
      repeat: {
        every: 'P2D',
        times: 5,
        replace: {
          'users/0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514/messages/AAMkAGI2TG93AAA0bWVzc2FnZUlkZW50aWZpZXI=': [
            'servicePrincipals',
            'applications',
            'roleManagement/directory/roleAssignments',
            'identity/conditionalAccess/policies',
            'oauth2PermissionGrants',
          ],
        },
      },
    },
  ],
})
