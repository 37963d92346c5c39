import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator creates mail rules in the office, and changes one from a new network; the log contains no sign-in',
  steps: [
    { sample: 'google-workspace/admin-mail-rule-created', at: 'P0D' },
    {
      sample: 'google-workspace/admin-mail-rule-created',
      at: 'P20D',
      replace: { '198.51.100.12': '203.0.113.121', CREATE_GMAIL_SETTING: 'CHANGE_GMAIL_SETTING' },
    },
  ],
})
