import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'From a new network, an engineer adds the permission to sign as service accounts to a custom role',
  steps: [
    { sample: 'google-cloud/audit-service-account-created', at: 'PT1H', repeat: { every: 'P3D', times: 10 } },
    {
      sample: 'google-cloud/audit-custom-role-gains-signing',
      at: 'P30D',
      replace: { '198.51.100.40': '192.0.2.77' },
    },
  ],
})
