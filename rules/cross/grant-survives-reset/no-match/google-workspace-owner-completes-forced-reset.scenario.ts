import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator forces a password change, the owner completes it, and the application continues to call',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H' },
    { sample: 'google-workspace/admin-password-changed', at: 'P20D' },
    { sample: 'google-workspace/login-success', at: 'P20DT1H' },
    { sample: 'google-workspace/user-accounts-password-changed', at: 'P20DT1H2M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P21D' },
  ],
})
