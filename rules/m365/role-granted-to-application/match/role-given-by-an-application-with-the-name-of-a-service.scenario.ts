import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with the name of Privileged Identity Management makes a person an administrator',
  steps: [
    {
      sample: 'entra/audit-service-principal-added',
      at: 'PT1M',
      personas: { 'Invoice Sync Helper': 'Payroll Bridge' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT5M',
      replace: { '"displayName": "Payroll Bridge"': '"displayName": "MS-PIM"' },
    },
  ],
})
