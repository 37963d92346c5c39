import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Calls before a suspension are recorded after the suspension',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M', delivered: 'PT3H' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D', delivered: 'P9DT1H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P8DT20H', delivered: 'P9DT19H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P9DT40M', delivered: 'P9DT20H' },
  ],
})
