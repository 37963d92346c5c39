import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An owner changes the password three weeks after a consent, and the application continues to call',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H' },
    { sample: 'google-workspace/user-accounts-password-changed', at: 'P21D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P22D' },
  ],
})
