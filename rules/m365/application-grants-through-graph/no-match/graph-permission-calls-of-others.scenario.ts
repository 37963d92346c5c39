import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user and a Microsoft tool grant roles through Graph; an application is refused a grant, and removes a role',
  steps: [
    {
      sample: 'entra/graph-user-adds-mail-rule',
      at: 'PT1M',
      replace: {
        '/me/mailFolders/inbox/messageRules':
          '/servicePrincipals/a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20/appRoleAssignments',
      },
    },
    { sample: 'entra/graph-app-grants-role', at: 'PT2M', personas: { 'Payroll Bridge': 'Graph Explorer' } },
    {
      sample: 'entra/graph-app-grants-role',
      at: 'PT3M',
      replace: {
        '"responseStatusCode": 201': '"responseStatusCode": 403',
        '"resultSignature": "201"': '"resultSignature": "403"',
      },
    },
    {
      sample: 'entra/graph-app-grants-role',
      at: 'PT4M',
      replace: { '"requestMethod": "POST"': '"requestMethod": "DELETE"' },
    },
  ],
})
