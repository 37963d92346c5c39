import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An engineer disables a service account, and somebody enables it from a network where the engineer never acted',
  steps: [
    { sample: 'google-cloud/audit-service-account-disabled', at: 'PT1M' },
    {
      sample: 'google-cloud/audit-service-account-disabled',
      at: 'P15D',
      replace: {
        DisableServiceAccount: 'EnableServiceAccount',
        '198.51.100.40': '192.0.2.61',
        '8zk1v7d4t0cx': '8zk1v7d4t0cy',
      },
    },
  ],
})
