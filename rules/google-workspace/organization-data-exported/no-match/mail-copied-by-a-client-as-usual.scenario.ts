import { scenario } from '../../../lib/scenario.ts'

const byInboxPilot = {
  '"callerType": "USER",':
    '"callerType": "USER", "applicationInfo": { "oauthClientId": "417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com", "applicationName": "Inbox Pilot" },',
  EMAIL_SETTINGS: 'USER_SETTINGS',
  CREATE_GMAIL_SETTING: 'CREATE_EMAIL_MONITOR',
}

export default scenario({
  title: 'A client has the mail of a person copied from its usual network, and where its administrator has long worked',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/login-success',
      at: 'PT2H',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "192.0.2.33"' },
    },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20DT2H',
      replace: { ...byInboxPilot, '198.51.100.12': '203.0.113.140' },
    },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20DT3H',
      replace: { ...byInboxPilot, '198.51.100.12': '192.0.2.33' },
    },
  ],
})
