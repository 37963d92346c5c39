import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd07c5b1e-94a2-4f68-a3e9-6c8f1b2d7e05',
  name: 'Domain Federation or Trust in Another Organization Changed',
  severity: 'high',
  attack: ['T1556', 'T1098', 'T1114.003'],
  datasets: ['azure.auditlogs', 'o365.audit', 'google_workspace.admin'],
  query: `(event.action: ("Set domain authentication" or "Set domain authentication." or "Set federation settings on domain" or "Set federation settings on domain."
    or "INBOUND_SSO_PROFILE_CREATED" or "INBOUND_SSO_PROFILE_UPDATED" or "CHANGE_SSO_SETTINGS")
    or (event.action: "TOGGLE_SSO_ENABLED" and google_workspace.admin.new_value: "false")
    or (oauth.action: "policy_change" and oauth.policy.direction: "loosened" and oauth.act.network_age_hours: *
      and (event.action: (*cross-tenant* or *MultiTenantOrg* or *multi*tenant*org* or Add*partner*to*company*) or (event.provider: "Exchange" and not oauth.policy.setting: ("ApplicationAccessPolicy" or "DeleteMessage" or "Quarantine")))))
  and not event.outcome: "failure" and not oauth.act.duplicate: true
  and not (oauth.policy.setting: "LiveType" and not oauth.act.network_age_hours: *)`,
  // Each act on a domain or a partner tenant has its own trace. A session that opens paths in Exchange has none.
  repeats: { within: '1d', by: ['user.email', 'trace.id', 'google_workspace.admin.domain.name'] },
  description:
    'The sign-in settings of a domain changed, or a path to another organization was opened. With a rogue identity provider or the signing key of a federated domain, an attacker can sign in as any user without MFA, and grant applications access to every account. Synchronization settings for a partner tenant have the same effect. Other settings let another organization pull mailboxes, read calendars, receive mail or hold roles. Such a path needs no consent.',
  conditions: `- The authentication method or the federation settings of a domain change. Applications with the permission Domain.ReadWrite.All can make this change, and attackers add a domain that they control and federate it.
- An SSO profile of Google Workspace is created or changed. A profile covers an organizational unit or a group.
- SSO is turned off in Google Workspace. The setting covers the whole domain, and without SSO, sign-ins skip the checks of the identity provider. Turning SSO on raises no alert, because it only applies the existing settings.
- An administrator changes the synchronization settings for a partner tenant within a week of the first sign-in from a network. The administrators of that tenant can then create accounts here at any time, even after a cleanup.
- An administrator changes an Exchange organization relationship within a week of the first sign-in from a network. The relationship lets the other organization pull mailboxes or read calendars.
- An administrator changes an Exchange connector, a transport rule or a journal rule that sends mail to another organization, within a week of the first sign-in from a network.
- An administrator changes cross-tenant access settings so that they trust the MFA of another organization, within a week of the first sign-in from a network.
- An administrator changes a reseller relationship that gives another organization roles, within a week of the first sign-in from a network.
- Excludes a domain that leaves its identity provider, if the account works from its usual network. This change removes a trust.
- Excludes changes to account synchronization and mailbox moves from usual networks, which a medium-severity rule covers.`,
  falsePositives: [
    'A planned change of the identity provider, or the renewal of a signing certificate.',
    'Two companies in one group or in a merger synchronize their accounts or move mailboxes.',
    'An administrator sets up a mail filter, an archive or a migration at a new workplace.',
  ],
  investigation: `- **Domain**: the targets of the record, or \`google_workspace.admin.domain.name\`. Was the domain added recently (\`Add unverified domain\`, \`Verify domain\`)?
- **Partner tenant**: the target of the record; \`Add user\` by \`Microsoft.Azure.SyncFabric\` since then, and the roles of these accounts.
- **Path in Exchange**: \`oauth.policy.setting\` with \`oauth.policy.new\`; the other organization: \`oauth.policy.scope\` and \`o365.audit.Parameters\`; the published mailboxes are members of the group in \`MailboxMovePublishedScopes\`.
- **Actor**: \`user.email\`, or the application under \`azure.auditlogs.properties.initiated_by.app\`, and new keys of the application.
- **Later activity**: sign-ins with a token of the new issuer; in Google Workspace \`google_workspace.login.type: "saml"\`, and consents from the same network.`,
  response: `1. Ask the team responsible for the identity provider whether the change was planned.
2. If a partner tenant is unknown: delete its settings, and delete the accounts that it created. Remove the relationship, connector or rule, and the application that moves mailboxes. List the mailboxes that the other organization received.
3. If the change of a domain was not planned: switch the domain back to managed or remove the SSO profile, remove any domain that was added, disable the application, and revoke all administrator sessions.`,
  evasion:
    'The attacker adds a second certificate to an already federated domain (the record looks like a renewal), or opens the path to another organization through a proxy at the administrator’s provider.',
  references: [
    'https://securitylabs.datadoghq.com/articles/i-spy-escalating-to-entra-id-global-admin/',
    'https://learn.microsoft.com/en-us/entra/identity/multi-tenant-organizations/cross-tenant-synchronization-overview',
    'https://learn.microsoft.com/en-us/microsoft-365/enterprise/cross-tenant-mailbox-migration',
    'https://developers.google.com/workspace/admin/alertcenter/reference/rest/v1beta1/SSOProfileCreatedEvent',
  ],
  tests: {
    match: [],
    noMatch: [
      { scenario: 'm365/domain-returns-to-managed' },
      { scenario: 'm365/audit-product-replaced-from-new-network' },
    ],
  },
})
