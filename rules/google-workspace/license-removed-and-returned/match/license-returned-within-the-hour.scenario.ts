import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application removes the license of an account, and returns the license within the hour',
  steps: [
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'PT1M',
      replace: {
        SUSPEND_USER: 'USER_LICENSE_REVOKE',
        '"callerType": "USER",':
          '"callerType": "USER", "applicationInfo": { "oauthClientId": "348855501040-5cah.apps.googleusercontent.com", "applicationName": "Seat Optimizer" },',
      },
    },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'PT49M',
      replace: {
        SUSPEND_USER: 'USER_LICENSE_ASSIGNMENT',
        '"callerType": "USER",':
          '"callerType": "USER", "applicationInfo": { "oauthClientId": "348855501040-5cah.apps.googleusercontent.com", "applicationName": "Seat Optimizer" },',
      },
    },
  ],
})
