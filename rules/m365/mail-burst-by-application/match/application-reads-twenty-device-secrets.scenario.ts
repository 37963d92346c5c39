import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sees twenty local administrator passwords, and on the next day twenty recovery keys',
  steps: [
    {
      sample: 'entra/audit-role-granted-by-application',
      at: ['PT1M', 'P9D'],
      repeat: { every: 'PT10M', times: 20 },
      replace: { 'Add member to role': 'Recover device local administrator password', RoleManagement: 'Device' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'P20D',
      repeat: { every: 'PT10S', times: 20 },
      replace: { 'Add member to role': 'Read BitLocker key', RoleManagement: 'KeyManagement' },
    },
  ],
})
