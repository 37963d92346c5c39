import { scenario } from '../../../lib/scenario.ts'

const byInboxPilot = {
  '"callerType": "USER",':
    '"callerType": "USER", "applicationInfo": { "oauthClientId": "417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com", "applicationName": "Inbox Pilot" },',
  EMAIL_SETTINGS: 'USER_SETTINGS',
}

export default scenario({
  title:
    'From a network without any other call of it, a client has the mail of a person copied to another account, and exports a mailbox',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20DT2H',
      replace: { ...byInboxPilot, CREATE_GMAIL_SETTING: 'CREATE_EMAIL_MONITOR', '198.51.100.12': '192.0.2.33' },
    },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20DT3H',
      replace: { ...byInboxPilot, CREATE_GMAIL_SETTING: 'REQUEST_MAILBOX_DUMP', '198.51.100.12': '192.0.2.33' },
    },
  ],
})
