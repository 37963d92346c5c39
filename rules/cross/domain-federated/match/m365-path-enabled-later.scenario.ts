import { scenario } from '../../../lib/scenario.ts'
import opened from './m365-path-opened-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'In a new network, an administrator prepares disabled paths to another organization, and enables one three hours later',
  steps: [
    ...opened.steps.slice(0, 2),
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P20DT20M',
      replace: { '[2001:db8:51::40]': '192.0.2.33', '"Value": "True"': '"Value": "False"' },
      repeat: {
        every: 'PT1M',
        times: 2,
        replace: {
          'New-TransportRule': ['New-TransportRule', 'New-OrganizationRelationship'],
          BlindCopyTo: ['AddToRecipients', 'MailboxMoveCapability'],
          'archive@northpier-billing.example': ['archive@northpier-billing.example', 'RemoteOutbound'],
        },
      },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P20DT3H',
      replace: {
        '[2001:db8:51::40]': '192.0.2.33',
        'New-TransportRule': 'Enable-TransportRule',
        BlindCopyTo: 'Identity',
        'archive@northpier-billing.example': 'Journal copy',
      },
    },
  ],
})
