import { scenario } from '../../../lib/scenario.ts'
import licenseReturnedWithinTheHour from '../match/license-returned-within-the-hour.scenario.ts'

export default scenario({
  ...licenseReturnedWithinTheHour,
  title: 'An application removes the license of an account, and assigns the license to another account',
  steps: licenseReturnedWithinTheHour.steps.with(-1, {
    sample: 'google-workspace/admin-user-suspended',
    at: 'PT49M',
    personas: { 'lena.ostrow': 'noor.baker' },
    replace: {
      SUSPEND_USER: 'USER_LICENSE_ASSIGNMENT',
      '"callerType": "USER",':
        '"callerType": "USER", "applicationInfo": { "oauthClientId": "348855501040-5cah.apps.googleusercontent.com", "applicationName": "Seat Optimizer" },',
    },
  }),
})
