import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended, and days later an application still reads her mail',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P12D' },
  ],
})
