import { rule } from '../../lib/rule.ts'

export default rule({
  id: '563e5b68-6397-4aa5-b833-293bdca0bb90',
  name: 'Google Workspace Delegation, Role or Membership Given to a Service Account',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: [
    'google_workspace.admin',
    'google_workspace.calendar',
    'google_workspace.drive',
    'google_workspace.group_enterprise',
    'google_workspace.groups',
  ],
  query: `(oauth.action: "delegation_grant" and (not oauth.grant.known: true or oauth.grant.revoked: * or oauth.grant.scopes_new: *))
  or oauth.action: "role_grant"
  or (oauth.role.tier: ("critical" or "high")
    and (oauth.role.risky_members: * or (event.action: ("ADD_GROUP_MEMBER" or "add_member" or "add_user") and user.target.email: *.gserviceaccount.com)))
  or (oauth.act.outside: true and user.target.email: *.gserviceaccount.com and not google_workspace.drive.membership_change_type: remove*)
  or (event.action: "change-calendar-acls" and user.target.email: *.gserviceaccount.com
    and google_workspace.calendar.api_kind: api* and not google_workspace.calendar.access_level: "none")`,
  yields: ['cross/access-granted-from-new-network', 'google-workspace/role-granted-to-service-account'],
  description:
    'A client was authorized to impersonate any user of the domain for the listed scopes. The client needs no consent, sign-in or MFA from a user. An attacker with the key of the service account can use these scopes for all users, including administrators. The delegation does not depend on the administrator who granted it, and remains until it is removed. The rule also covers roles, memberships and shares that a service account receives.',
  conditions: `- A client is authorized to impersonate any user of the domain for the listed scopes.
- A known client later receives further scopes.
- Does not alert on an entry that is saved again.
- If the network is new to the administrator, a high-severity rule covers clients that can manage accounts, roles or mail forwarding, and known clients that gain scopes and then hold critical scopes. If the new network is a rented server, that rule also covers a new client with critical scopes.
- An administrator makes a service account an administrator. The account can use its role from anywhere, with a key file instead of a password and MFA.
- A service account of an unknown project is added to a group, shared drive or file. It inherits the files and cloud roles, without a consent or a sign-in.
- A service account of a known project is added to a group that holds an administrator role, or receives one later.
- An account that somebody added to the group on their own first day in a network also counts if the group holds an administrator role, or receives one later.
- A program shares a calendar with a service account. The share remains after the grant of the program is revoked.
- Does not alert on a person who shares a calendar in the browser.`,
  falsePositives: [
    'Setup of a migration, backup, archiving or directory sync product; the vendor documents the required scopes.',
    'An identity or device management product uses a service account with an administrator role.',
    'A vendor asks its customers to share a drive with its service account.',
    'A setup program shares room calendars with the service account of a booking system.',
  ],
  investigation: `- **Client**: \`oauth.app.id\`. A service account has a long numeric ID: find the account and its project in Google Cloud, and check the permissions to create its keys. A project outside your organization needs a very good reason.
- **Role of a service account**: \`oauth.role.name\`, \`oauth.role.tier\`; its project is the part of \`oauth.app.name\` before \`.iam.gserviceaccount.com\`.
- **Member**: \`user.target.email\`: a service account of your organization, a known vendor, or an unknown party? \`group.id\` or \`google_workspace.drive.shared_drive_id\` names the group or drive; list its cloud roles or files. \`google_workspace.calendar.id\` names the calendar; the last \`consent\` of \`user.email\` names the program.
- **Scopes**: \`oauth.grant.scopes\` with \`oauth.grant.tier\` and \`oauth.grant.tier_reason\`; \`oauth.grant.scopes_new\`: the added scopes. Full mail, full Drive and \`admin.directory\` scopes give control of the domain.
- **Granting account**: \`user.email\`, from \`source.ip\`. Only super administrators can grant a delegation. Was the sign-in normal? Review other changes at that time: trusted applications, API controls, roles.
- **Earlier use**: earlier documents with the same \`oauth.app.id\` and \`delegation_grant\`; compare the scopes.
- **Activity since then**: \`app_use\` of the client in \`google_workspace.token\`, and the number of accounts (\`oauth.account.name\`).`,
  response: `1. Ask the administrator through another channel whether the delegation was intended, and for which product.
2. If not: delete the client under Security > Access and data control > API controls > Domain-wide delegation. Then delete the keys of the service account. Suspending the administrator does not revoke the delegation.
3. Treat the administrator’s account as compromised, and review all its changes.
4. List the users affected by the client’s reads since then.
5. If the delegation was intended: limit the scopes to the product documentation, and keep the list short.`,
  evasion:
    'The attacker creates a key for a service account that already holds a delegation, or shares calendars in the browser.',
  references: ['https://support.google.com/a/answer/162106'],
  tests: {
    match: [
      { sample: 'google-workspace/admin-delegation-granted' },
      { sample: 'google-workspace/admin-odd-event-delegates' },
      { sample: 'google-workspace/admin-role-to-service-account' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-delegation-removed' },
      { sample: 'google-workspace/admin-app-trusted' },
    ],
  },
})
