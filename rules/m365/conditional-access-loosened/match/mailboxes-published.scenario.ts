import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator publishes mailboxes to another tenant in the usual network, and removes the relationship from a new network',
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'mara.voss': 'tomas.lindqvist' },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P10D',
      replace: {
        '[2001:db8:51::40]': '198.51.100.23',
        'New-TransportRule': 'New-OrganizationRelationship',
        BlindCopyTo: 'MailboxMoveCapability',
        'archive@northpier-billing.example': 'RemoteOutbound',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P20D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '198.51.100.23': '192.0.2.33' },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P22D',
      replace: { '[2001:db8:51::40]': '192.0.2.33', 'New-TransportRule': 'Remove-OrganizationRelationship' },
    },
  ],
})
