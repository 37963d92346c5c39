import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Exchange Online changes a group on behalf of its owner, and an administrator grants a role',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        '"displayName": null': '"displayName": "Office 365 Exchange Online"',
        'Add member to role': 'Add member to group',
      },
    },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT5M',
      replace: { '95D9B': '95D9C', '"displayName": null': '"displayName": "Tomas Lindqvist"' },
    },
  ],
})
