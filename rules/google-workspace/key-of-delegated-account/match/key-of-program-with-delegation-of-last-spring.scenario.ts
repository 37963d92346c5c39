import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A key is created for a service account whose delegation was granted eighty days ago and was never used',
  steps: [
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'PT0S',
      replace: { '112044879936650172483': '104567890123456789012' },
    },
    { sample: 'google-cloud/audit-service-account-key-created', at: 'P80D' },
  ],
})
