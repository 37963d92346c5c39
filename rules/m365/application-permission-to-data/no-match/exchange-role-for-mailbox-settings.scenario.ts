import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator assigns an application the Exchange role to change mailbox settings',
  start: '2026-03-12T09:00:00Z',
  steps: [
    {
      sample: 'm365/exchange-role-granted-to-application',
      at: 'PT1M',
      replace: { 'Application Mail.Read': 'Application MailboxSettings.ReadWrite' },
    },
  ],
})
