import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator assigns an application the Exchange role to change mailbox settings',
  steps: [
    {
      sample: 'm365/exchange-role-granted-to-application',
      at: 'PT1M',
      replace: { 'Application Mail.Read': 'Application MailboxSettings.ReadWrite' },
    },
  ],
})
