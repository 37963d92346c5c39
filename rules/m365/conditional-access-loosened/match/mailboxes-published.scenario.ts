import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator publishes mailboxes to another tenant in the usual network',
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
  ],
})
