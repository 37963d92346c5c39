import { rule } from '../../lib/rule.ts'

export default rule({
  id: '239a74e6-d110-4ba6-95a6-c70948cab079',
  name: 'Entra ID Critical or Unexpected Application Permission Granted',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and (oauth.grant.tier: "critical" or (oauth.grant.tier: "high" and oauth.act.network_age_hours < 24)) and not oauth.actor_app.self: true
  and ((oauth.action: "app_role_grant" and (oauth.actor_app.name: * or oauth.act.network_age_hours < 24
      or (oauth.act.network_age_hours: * and oauth.app.last_used: *)
      or not (oauth.grant.scopes: (Mail.* or full_access_as_app or Files.* or Sites.* or User.ReadWrite.All or User.EnableDisableAccount.All)
        or (oauth.app.own_tenant: true and oauth.grant.scopes: (UserAuthenticationMethod.* or DeviceManagement*)))))
    or (oauth.action: "delegated_grant" and oauth.grant.tier_added: "critical" and oauth.actor_app.name: *))`,
  repeats: { within: '6h', by: ['oauth.act.series'] },
  yields: ['m365/known-abused-application', 'm365/exchange-role-to-application'],
  description:
    'An application received a permission to take over or manage the tenant, or another far-reaching permission from another application or from a new network. The application uses the permission without a user, a sign-in page or MFA. An attacker with one of the application’s secrets holds the permission. The grant outlives the granting account.',
  conditions: `- An application receives an application permission to take over or manage the tenant: roles, applications, permissions, accounts or sign-in methods.
- Another application grants a permission for all mailboxes, files, sites or profiles.
- An administrator grants a permission for all mailboxes, files, sites or profiles from a network that was new to the administrator that day, or that week if the application is in use.
- On the first day in a network, an administrator grants high-tier permissions for the data of all users, such as calendars, chats or mailbox migration.
- An application writes a critical delegated permission into a grant. The user sees no consent screen, and the application acts with the rights of an administrator at the next sign-in.
- Otherwise, a medium-severity rule covers an administrator who grants access to all mailboxes, files, sites or profiles, or the right to disable accounts: every backup, migration, HR and response product needs such access.
- Excludes an administrator who grants access to sign-in methods or the management of devices to an application that the organization registered, for example to issue security keys or to deliver scripts. A medium-severity rule covers this grant.`,
  falsePositives: [
    'An administrator sets up a product while traveling.',
    'Deployment automation or an identity governance product needs such a permission, granted in a planned change. Such products should be few and known by name.',
  ],
  investigation: `- **Permission**: \`oauth.grant.scopes\`, on API \`oauth.grant.resource.name\`; reason for the critical tier: \`oauth.grant.tier_reason\`.
- **Receiving application**: \`oauth.app.name\`, \`oauth.app.object_id\` (the service principal; the audit record calls the API the target). Check its owner and its home tenant.
- **Granting account**: \`user.email\`, or \`oauth.actor_app.name\` if an application granted it.
- **Other changes to the application**: search for \`oauth.app.object_id\` in \`credential_add\`, \`owner_add\` and \`redirect_change\` events in the preceding days and the following hours. A new permission together with a new secret indicates a compromised application.
- **Activity since then**: networks of \`app_sign_in\`; role grants, consents and credentials created by it (\`oauth.actor_app.id\`).`,
  response: `1. Through another channel, confirm the grant with the grantor and with the owner of the application.
2. If the grant was not intended: disable sign-in for the service principal, remove the assignment and all credentials, and have the owner create new credentials.
3. Undo its changes: roles, grants, credentials on other applications, mailbox access.
4. Treat the account or application that granted the permission as compromised.
5. If the grant was intended: request a narrower permission, or a permission limited to selected mailboxes or sites.`,
  evasion:
    'The attacker grants lower-tier permissions from a known network or a day later, or takes over an application that holds a critical permission.',
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
  ],
  tests: {
    match: [
      { sample: 'entra/audit-agent-granted-mail' },
      { sample: 'm365/app-role-grant-critical' },
      { sample: 'entra/audit-app-role-grant-critical' },
    ],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { scenario: 'm365/key-desk-set-up' },
      { scenario: 'm365/device-desk-set-up' },
      { sample: 'm365/app-role-grant-low' },
      { sample: 'm365/app-role-grant-by-itself' },
      { sample: 'm365/app-role-grant-mail' },
    ],
  },
})
