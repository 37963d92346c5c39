import { scenario } from '../../../lib/scenario.ts'

const byInboxPilot = {
  '"callerType": "USER",':
    '"callerType": "USER", "applicationInfo": { "oauthClientId": "417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com", "applicationName": "Inbox Pilot", "impersonation": true },',
}

export default scenario({
  title: 'An application that makes backup codes every week makes some from a new network',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 21 } },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'PT2H',
      repeat: { every: 'P7D', times: 3 },
      replace: {
        ...byInboxPilot,
        CHANGE_PASSWORD: 'GENERATE_2SV_SCRATCH_CODES',
        '"ipAddress": "198.51.100.12"': '"ipAddress": "203.0.113.140"',
      },
    },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P21DT3H',
      replace: {
        ...byInboxPilot,
        CHANGE_PASSWORD: 'GENERATE_2SV_SCRATCH_CODES',
        '"ipAddress": "198.51.100.12"': '"ipAddress": "192.0.2.33"',
      },
    },
  ],
})
