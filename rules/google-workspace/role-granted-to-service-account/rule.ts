import { rule } from '../../lib/rule.ts'

export default rule({
  id: '59e91144-c17a-4b55-b1bc-19c0036ace46',
  name: 'Google Workspace Role, Membership or Export of a New, External or Service Account',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['google_workspace.admin', 'google_workspace.group_enterprise', 'google_workspace.groups', 'gcp.audit'],
  query: `(event.dataset: "google_workspace.admin" and oauth.action: "role_grant" and (oauth.act.outside: true or oauth.act.network_age_hours < 24))
  or (oauth.role.tier: ("critical" or "high") and not event.outcome: "failure"
    and (oauth.act.outside: true or (event.action: ("ASSIGN_ROLE" or "ADD_GROUP_MEMBER" or "add_member" or "add_user") and oauth.actor_app.name: *)
      or (oauth.act.network_age_hours < 24 and (event.action: (*UpdateRole or "ADD_PRIVILEGE" or "ADD_GROUP_MEMBER" or "add_member" or "add_user") or oauth.role.risky_members: *))))
  or (oauth.act.outside: true and event.action: "ADD_GROUP_MEMBER" and not user.target.email: *.gserviceaccount.com and not oauth.act.routine: true)
  or (event.action: ("ASSIGN_ROLE" or "GRANT_ADMIN_PRIVILEGE" or "GRANT_DELEGATED_ADMIN_PRIVILEGES") and oauth.role.tier: ("critical" or "high") and not event.outcome: "failure"
    and (oauth.act.network_age_hours < 4 or (oauth.role.account_age_hours < 24 and (oauth.act.network_age_hours: * or saas.source.hosting: true))))
  or (event.action: "CUSTOMER_TAKEOUT_CREATED" and oauth.act.role_age_hours: *)
  or (user.email: *.gserviceaccount.com and event.action: "TURN_OFF_2_STEP_VERIFICATION")`,
  description:
    'An account from outside the organization, or an account that first used its network within the last day, made a service account an administrator. The service account can use the role through the Admin API from anywhere, with a key file instead of a password and MFA. No person signs in, so the login log does not show this access. The rule also covers similar changes to roles and groups by outsiders, applications and accounts in a new network, and an export of all data by a new administrator. Each kind of change by an account raises an alert of its own.',
  conditions: `- An account from outside the organization, or an account that first used its network within the last day, makes a service account an administrator.
- An account of another domain that never signed in to this organization makes a person an administrator. A reseller, a registrar or a partner can do so, as can an attacker in their systems.
- An application gives a person a high or critical administrator role. The admin log names the impersonated administrator, but the key of the service account is enough.
- An account, within a day of its first use of a network, adds a privilege other than read access to an administrator role, or adds a permission to act as service accounts to a custom role of Google Cloud. All members of the role gain it at once, and the member list does not change.
- An account makes a person an administrator within four hours of its first use of a network. The log does not show the privileges of a custom role, so a custom role counts as high.
- An account, within a week of its first use of a network or from a rented server, gives an administrator role to an account that was created within the last day (\`oauth.role.account_age_hours\`). An intruder creates an account of their own, which remains active after a reset of the stolen account.
- An administrator exports the data of the whole organization within a week of receiving the first administrator role (\`oauth.act.role_age_hours\`).
- A service account turns off 2-Step Verification for a person.
- An application adds an address of another domain to a group, and the address never signed in to this organization. A member inherits the files and cloud roles of the group. After a week, such additions count as routine for the application.
- An application, or an account on its first day in a network, adds a member to a group that holds a role. The group passes the role on to its members, so it counts as the role of the new member.
- A group receives a role and already contains a service account, or an account that somebody added on their own first day in a network. The role counts as the role of this member.
- A medium-severity rule covers an administrator who makes a service account an administrator from their usual network, and service accounts of unknown projects in groups.`,
  falsePositives: [
    'An identity or device management product uses a service account with an administrator role.',
    'The reseller of the organization creates its first administrator.',
    'An identity management product assigns administrator roles.',
    'A new tool maintains a group of customers or partners.',
    'A new administrator exports all data, because the organization is leaving Google.',
    'A traveling engineer extends the custom role of a pipeline.',
  ],
  investigation: `- **Role**: \`oauth.role.name\`, \`oauth.role.tier\`. If the name has a colon, the added permission follows it. List the role holders.
- **Service account**: \`oauth.app.name\`; the project is the name before \`.iam.gserviceaccount.com\`. Do you own it?
- **Granting application**: \`oauth.actor_app.name\`, \`oauth.actor_app.id\`; who can use its key?
- **Granting account**: \`user.email\`, from \`source.ip\`. With \`oauth.act.outside\`, the account belongs to a reseller or partner: which one?
- **New group member**: \`user.target.email\`, \`group.name\`. Which files and roles does the group open?
- **New administrator**: \`user.target.email\`; its sign-ins, and the second factors and passwords that it changed.
- **Export** (\`CUSTOMER_TAKEOUT_CREATED\`): \`oauth.act.role_age_hours\` is the number of hours since \`user.email\` received its first administrator role. Who gave the role?
- **Activity**: \`app_use\` and changes in \`google_workspace.admin\` by that account.`,
  response: `1. Ask the administrator which product needs the role or permission.
2. If there is none: remove the role, and disable the keys of the service account, or have its project owner do so.
3. If an outsider or an application made an administrator: suspend that account. Delete the keys of the application, or ask the reseller or registrar to secure its own accounts.
4. Undo the changes of the new administrator, and remove new members from outside.
5. If a new administrator exports all data and nobody agreed to it: suspend the account, and ask Google support to stop the export. It takes hours or days, and the archive cannot be downloaded before it is complete.`,
  evasion:
    'The attacker grants the role from the usual network of the administrator, uses a service account that already has the role, adds an account to a group that received its role before the log began, waits a week between the first and the second new member, or makes 64 membership changes in a group after adding an account and before giving the group a role.',
  references: ['https://support.google.com/a/answer/9807615'],
  setup: 'Needs the entity store of the pipeline and the login log to recognize an account from outside.',
  repeats: { within: '1d', by: ['user.email', 'event.action'] },
  tests: {
    match: [{ sample: 'google-workspace/admin-role-to-user-by-application' }],
    noMatch: [
      { sample: 'google-workspace/admin-role-to-service-account' },
      { sample: 'google-workspace/admin-role-to-user' },
      { sample: 'google-workspace/admin-role-from-service-account' },
    ],
  },
})
