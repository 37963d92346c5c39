import { userSignsInElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

const byInboxPilot = {
  '"callerType": "USER",':
    '"callerType": "USER", "applicationInfo": { "oauthClientId": "417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com", "applicationName": "Inbox Pilot", "impersonation": true },',
  CHANGE_PASSWORD: 'GENERATE_2SV_SCRATCH_CODES',
  '"ipAddress": "198.51.100.12"': '"ipAddress": "203.0.113.140"',
}

export default scenario({
  title:
    'An account signs in from a new network an hour after an application, which has made some for six days, made backup codes for it',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 21 } },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P15DT2H',
      repeat: { every: 'P6D', times: 2 },
      replace: byInboxPilot,
    },
    { ...userSignsInElsewhere, at: 'P21DT3H' },
  ],
})
