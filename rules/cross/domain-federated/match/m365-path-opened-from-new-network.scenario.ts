import { scenario } from '../../../lib/scenario.ts'

const asTomas = { 'mara.voss': 'tomas.lindqvist' }
const network = { '198.51.100.23': '192.0.2.33' }
const fromThere = { '[2001:db8:51::40]': '192.0.2.33' }

export default scenario({
  title:
    'An administrator signs in from a new network and opens paths to another organization in Exchange and Entra ID',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, personas: asTomas },
    { sample: 'entra/signin-user-app', at: 'P20D', personas: asTomas, replace: network },
    {
      sample: 'm365/transport-rule-copies-all-mail',
      at: 'P20DT20M',
      replace: fromThere,
      repeat: {
        every: 'PT1M',
        times: 14,
        replace: {
          'New-TransportRule': [
            ...['New-TransportRule', 'New-OrganizationRelationship', 'Set-OrganizationRelationship'],
            ...['Set-OrganizationRelationship', 'New-IntraOrganizationConnector', 'New-MigrationEndpoint'],
            ...['New-MigrationBatch', 'New-MoveRequest', 'New-SharingPolicy', 'Set-RemoteDomain'],
            ...['Set-HostedOutboundSpamFilterPolicy', 'Set-FederatedOrganizationIdentifier'],
            ...['New-OutboundConnector', 'New-JournalRule'],
          ],
          BlindCopyTo: [
            ...['BlindCopyTo', 'MailboxMoveCapability', 'MailboxMoveEnabled'],
            ...['FreeBusyAccessLevel', 'TargetAddressDomains', 'RemoteTenant'],
            ...['TargetEndpoint', 'Outbound', 'Domains', 'AutoForwardEnabled'],
            ...['AutoForwardingMode', 'DefaultDomain', 'SmartHosts', 'JournalEmailAddress'],
          ],
          'archive@northpier-billing.example': [
            ...['archive@northpier-billing.example', 'RemoteOutbound', 'True'],
            ...['LimitedDetails', 'northpier-billing.example', 'northpier-billing.example'],
            ...['Foreign', 'True', 'Anonymous: CalendarSharingFreeBusyReviewer', 'True'],
            ...['On', 'northpier-billing.example', 'mx.northpier-billing.example', 'copy@northpier-billing.example'],
          ],
        },
      },
    },
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'P21D',
      replace: {
        '"Name": "Includes"': '"Name": "inboundTrust"',
        '[\\r\\n  \\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"\\r\\n]': '{\\"isMfaAccepted\\":true}',
      },
      repeat: {
        every: 'PT1M',
        times: 4,
        replace: {
          'Update permission grant policy.': [
            'Update a partner cross-tenant access setting.',
            'Create a MultiTenantOrg.',
            'Add MultiTenantOrg tenant.',
            'Add partner to company.',
          ],
        },
      },
    },
  ],
})
