import { scenario } from '../../../lib/scenario.ts'
import opened from './mailbox-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'From a new network, an administrator opens the inbox of another account to everybody, and gives a colleague the right to write in its name',
  steps: [
    ...opened.steps.slice(0, 2),
    {
      sample: 'm365/mailbox-permission-added',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss', 'mara.voss': 'tomas.lindqvist' },
      replace: {
        '[2001:db8:51::40]:52720': '203.0.113.90',
        'Add-MailboxPermission': 'Set-MailboxFolderPermission',
        '"Value": "mara.voss"': '"Value": "mara.voss:\\\\Inbox"',
        'jonas.reimer@northpier.example': 'Default',
        FullAccess: 'Reviewer',
      },
    },
    {
      sample: 'm365/mailbox-permission-added',
      at: 'P16DT2H',
      personas: { 'tomas.lindqvist': 'mara.voss', 'mara.voss': 'tomas.lindqvist' },
      replace: {
        '[2001:db8:51::40]:52720': '203.0.113.90',
        'Add-MailboxPermission': 'Set-Mailbox',
        '"User"': '"GrantSendOnBehalfTo"',
      },
    },
  ],
})
