import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended, and an application with her authorization continues to read',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M', delivered: 'PT3H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT40M',
      delivered: 'PT3H',
      repeat: { every: 'P1D', times: 8 },
    },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D', delivered: 'P9DT2H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P9DT5H', delivered: 'P9DT9H' },
  ],
})
