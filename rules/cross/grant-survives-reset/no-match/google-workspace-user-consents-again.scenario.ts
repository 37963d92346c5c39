import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After an incident response, the user consents again, and the application continues to call',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT5M' },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H' },
    { sample: 'google-workspace/admin-password-changed', at: 'P3D' },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P3DT1M',
      replace: { CHANGE_PASSWORD: 'RESET_SIGNIN_COOKIES' },
    },
    { sample: 'google-workspace/login-success', at: 'P3DT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P3DT2H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P4D' },
  ],
})
