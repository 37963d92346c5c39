import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'Privileged Identity Management activates a role, a person grants one, and an application grants a harmless one',
  steps: [
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT1M',
      replace: { '"displayName": "Payroll Bridge"': '"displayName": "MS-PIM"' },
    },
    { sample: 'm365/role-granted-to-user', at: 'PT2M' },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT3M',
      replace: {
        'Global Administrator': 'Directory Readers',
        '62e90394-69f5-4237-9190-012177145e10': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
        TenantAdmins: 'DirectoryReaders',
        '8d2e6b91-4c07': '8d2e6b92-4c07',
        '157129988': '157129989',
      },
    },
  ],
})
