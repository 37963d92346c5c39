import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user is suspended for an afternoon; her application goes on the next day',
  start: '2026-04-06T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P9D' },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'P9DT4H',
      replace: { SUSPEND_USER: 'UNSUSPEND_USER' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P10D' },
  ],
})
