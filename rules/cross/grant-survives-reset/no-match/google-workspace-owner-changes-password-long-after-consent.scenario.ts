import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An owner changes the password months after a consent, and the application continues to call',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P7D', times: 8 } },
    { sample: 'google-workspace/user-accounts-password-changed', at: 'P60D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P61D' },
  ],
})
