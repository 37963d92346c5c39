import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/m365-path-opened-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'In a new network, an administrator prepares to receive mailboxes, copies mail to a colleague, and disables a journal rule and a setting for a partner; in the usual network, the administrator opens a path',
  steps: [
    ...opened.steps.slice(0, 2),
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P20DT20M',
      replace: { '[2001:db8:51::40]': '192.0.2.33' },
      repeat: {
        every: 'PT1M',
        times: 4,
        replace: {
          'New-TransportRule': [
            ...['New-OrganizationRelationship', 'Set-JournalRule', 'New-TransportRule', 'Disable-TransportRule'],
          ],
          BlindCopyTo: ['MailboxMoveCapability', 'JournalEmailAddress', 'CopyTo', 'Identity'],
          'archive@northpier-billing.example': [
            ...['Inbound', 'copy@northpier-billing.example', 'mara.voss@northpier.example', 'Copies'],
          ],
          '"Value": "True"': ['"Value": "True"', '"Value": "False"', '"Value": "True"', '"Value": "True"'],
        },
      },
    },
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'P21D',
      replace: {
        'Update permission grant policy.': 'Update a partner cross-tenant access setting.',
        '"Name": "Includes"': '"Name": "inboundTrust"',
        '[\\r\\n  \\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"\\r\\n]': '{\\"isMfaAccepted\\":false}',
      },
    },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P1D',
      replace: {
        '[2001:db8:51::40]': '198.51.100.23',
        'New-TransportRule': 'New-SharingPolicy',
        BlindCopyTo: 'Domains',
      },
    },
  ],
})
