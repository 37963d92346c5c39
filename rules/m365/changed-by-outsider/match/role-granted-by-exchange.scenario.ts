import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Exchange Online grants a role on behalf of an administrator',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: { '"displayName": null': '"displayName": "Office 365 Exchange Online"' },
    },
  ],
})
