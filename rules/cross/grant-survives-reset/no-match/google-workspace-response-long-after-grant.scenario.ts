import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator changes a password and ends the sessions weeks after a consent; the application still calls',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H' },
    { sample: 'google-workspace/admin-password-changed', at: 'P20D' },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P20DT1M',
      replace: { CHANGE_PASSWORD: 'RESET_SIGNIN_COOKIES' },
    },
    { sample: 'google-workspace/login-success', at: 'P20DT1H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P21D' },
  ],
})
