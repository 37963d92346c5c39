import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is revoked, and the user authorizes the application weeks later',
  start: '2026-04-06T08:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/admin-token-revoked', at: 'P3D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P24D' },
  ],
})
