import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator creates a mail rule in the office and transfers the files of an account from a new network',
  steps: [
    { sample: 'google-workspace/admin-mail-rule-created', at: 'P0D' },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20D',
      replace: {
        '198.51.100.12': '203.0.113.121',
        EMAIL_SETTINGS: 'USER_SETTINGS',
        CREATE_GMAIL_SETTING: 'CREATE_DATA_TRANSFER_REQUEST',
        MESSAGE_SECURITY_RULE: 'Drive and Docs',
      },
    },
  ],
})
