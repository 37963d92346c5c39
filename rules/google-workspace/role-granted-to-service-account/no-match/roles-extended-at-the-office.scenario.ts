import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'From their usual networks, an engineer extends a custom role and an administrator extends a role',
  steps: [
    { sample: 'google-cloud/audit-service-account-created', at: 'PT1H', repeat: { every: 'P3D', times: 10 } },
    { sample: 'google-cloud/audit-custom-role-gains-signing', at: 'P30D' },
    { sample: 'google-workspace/admin-privilege-added', at: 'P1D', repeat: { every: 'P3D', times: 10 } },
  ],
})
