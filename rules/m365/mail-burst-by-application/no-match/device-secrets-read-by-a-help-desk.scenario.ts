import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A person sees sixty recovery keys in an hour, and an application sees nineteen',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      repeat: { every: 'PT1M', times: 60 },
      replace: { 'Add member to role': 'Read BitLocker key', RoleManagement: 'KeyManagement' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'P1D',
      repeat: { every: 'PT1M', times: 19 },
      replace: { 'Add member to role': 'Read BitLocker key', RoleManagement: 'KeyManagement' },
    },
  ],
})
