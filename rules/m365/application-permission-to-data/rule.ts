import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5a709b7c-1ca5-44e7-873f-4a89da050227',
  name: 'Entra ID High-Risk Application Permission Granted',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "app_role_grant"
  and (oauth.grant.tier: "high" or oauth.grant.tier: "critical" and (oauth.grant.scopes: (Mail.* or full_access_as_app or Files.* or Sites.* or User.ReadWrite.All or User.EnableDisableAccount.All)
      or (oauth.app.own_tenant: true and oauth.grant.scopes: (UserAuthenticationMethod.* or DeviceManagement*))))
  and not oauth.actor_app.name: * and not oauth.role.name: *`,
  repeats: { within: '6h', by: ['oauth.act.series'] },
  yields: ['m365/known-abused-application', 'm365/critical-application-permission', 'cross/dormant-app-new-credential'],
  description:
    'An administrator granted an application permission for all mailboxes, files, sites or profiles, for the calendars, chats, contacts, mailbox settings or backups of all users, or to disable accounts. If the organization registered the application, permissions for the sign-in methods of all users or for the management of devices also count. The application uses the permission without a user, and the grant remains when the administrator leaves. A high-severity rule covers permissions to manage roles, applications or accounts, permissions that another application grants, and grants from a network that was new to the administrator that day.',
  falsePositives: [
    'A planned product setup: a backup or migration of mailboxes and sites, a room display that writes calendars, an archive that reads chats, a response platform that disables accounts.',
    'A new release of an internal application needs the permission.',
  ],
  investigation: `- **Permission**: \`oauth.grant.scopes\`, on API \`oauth.grant.resource.name\`; reason for its tier: \`oauth.grant.tier_reason\`.
- **Receiving application**: \`oauth.app.name\`, \`oauth.app.id\`; in Entra under Enterprise applications: home tenant, publisher, owners. Was it new that day (\`oauth.app.first_seen\`)?
- **Granting account**: \`user.email\`. Other changes by the account at that time, especially \`credential_add\` and \`owner_add\` on the same application.
- **Activity since then**: \`app_sign_in\` and \`app_use\` with the same \`oauth.app.id\`, and their networks.`,
  response: `1. Ask the administrator for the change request, through another channel.
2. If there is none: disable sign-in for the service principal, remove the assignment (Enterprise applications > Permissions), then its credentials, and investigate the administrator’s account.
3. If the permission is legitimate: check whether a narrower permission is enough, such as access to selected mailboxes or sites.`,
  evasion: 'The attacker grants permissions below the high tier, or delegated permissions.',
  references: ['https://learn.microsoft.com/en-us/graph/permissions-reference'],
  tests: {
    match: [
      { sample: 'm365/app-role-grant-mail' },
      { scenario: 'm365/calendars-opened-to-application' },
      { scenario: 'm365/key-desk-set-up' },
      { scenario: 'm365/device-desk-set-up' },
    ],
    noMatch: [{ sample: 'm365/app-role-grant-low' }, { scenario: 'm365/application-grants-to-another' }],
  },
})
