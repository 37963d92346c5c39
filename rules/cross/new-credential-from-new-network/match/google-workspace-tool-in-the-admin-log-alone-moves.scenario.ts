import { scenario } from '../../../lib/scenario.ts'

const byInboxPilot = {
  '"callerType": "USER",':
    '"callerType": "USER", "applicationInfo": { "oauthClientId": "417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com", "applicationName": "Inbox Pilot", "impersonation": true },',
}

export default scenario({
  title:
    'An application that only the admin log records sets a password every day, moves, and sets ten passwords in an hour and one each day',
  steps: [
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'PT2H',
      repeat: { every: 'P1D', times: 20 },
      replace: { ...byInboxPilot, '"ipAddress": "198.51.100.12"': '"ipAddress": "203.0.113.140"' },
    },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P21DT2H',
      repeat: { every: 'PT5M', times: 10 },
      replace: { ...byInboxPilot, '"ipAddress": "198.51.100.12"': '"ipAddress": "192.0.2.33"' },
    },
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P23DT2H',
      repeat: { every: 'P1D', times: 5 },
      replace: { ...byInboxPilot, '"ipAddress": "198.51.100.12"': '"ipAddress": "192.0.2.33"' },
    },
  ],
})
