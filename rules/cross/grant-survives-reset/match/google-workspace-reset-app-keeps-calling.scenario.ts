import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator changes a password; the application continues to call, and nobody signs in',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 4 } },
    { sample: 'google-workspace/admin-password-changed', at: 'P5D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P6D' },
  ],
})
