import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator creates a mail rule in the office and exports a mailbox from a new network',
  steps: [
    { sample: 'google-workspace/admin-mail-rule-created', at: 'P0D' },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20D',
      replace: {
        '198.51.100.12': '203.0.113.121',
        EMAIL_SETTINGS: 'USER_SETTINGS',
        CREATE_GMAIL_SETTING: 'REQUEST_MAILBOX_DUMP',
      },
    },
  ],
})
