import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is archived, and an application continues to call',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D', replace: { SUSPEND_USER: 'ARCHIVE_USER' } },
    { sample: 'google-workspace/token-activity-gmail', at: ['P9DT5H', 'P12D'] },
  ],
})
