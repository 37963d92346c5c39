import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7139e818-43ab-45bc-960b-6b6d018bf09f',
  type: 'threshold',
  name: 'Several New Accounts Accessed by an OAuth Application Within a Day',
  severity: 'medium',
  attack: ['T1671', 'T1114.002', 'T1020'],
  datasets: [
    'o365.audit',
    'google_workspace.token',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.access_evaluation',
  ],
  omits: {
    'azure.signinlogs': 'Entra ID has no delegation that acts as each user: an application signs in once for all.',
    'gcp.audit': 'This log contains calls to Google Cloud, not access to the data of accounts.',
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'azure.graphactivitylogs':
      'This log names an account by an ID, the unified audit log by its address: one account would count as two.',
    'google_workspace.calendar': 'This log contains no mail, files or chats.',
    'google_workspace.chat': 'The token log also contains the call that read the chat.',
    'google_workspace.keep': 'This log contains no mail, files or chats.',
  },
  query: `not event.outcome: "failure" and oauth.activity.account_age_hours < 1
  and ((oauth.action: "app_use" and oauth.activity.kind: ("mail" or "file" or "chat")
      and oauth.activity.access: ("list" or "read" or "sync" or "export"))
    or (oauth.action: "app_sign_in" and oauth.grant.kind: "domain_delegation"
      and not (oauth.grant.resource.name: ("CALENDAR" or "GSUITE_ADMIN") and not oauth.grant.resource.name: ("GMAIL" or "DRIVE" or "CHAT"))))
  and ((oauth.app.used_days >= 14 and oauth.activity.account_age_hours <= 0) or (oauth.app.used_days < 1 and oauth.app.kind: "service_account"))
  and not ((oauth.grant.granted_age_hours < 24 or oauth.grant.revoked: * or (oauth.app.own_tenant: true and oauth.grant.self: false)
    or (oauth.grant.known: false and oauth.app.kind: "native" and oauth.account.network_new: false) or (oauth.app.granters_new >= 3 and (oauth.grant.age_days < 3 or (oauth.grant.known: false and oauth.app.established: true))
      and not saas.source.hosting: true and not oauth.activity.network_age_hours: *)) and not oauth.grant.app_only: true and not oauth.app.kind: "service_account")`,
  yields: ['cross/application-from-new-network', 'cross/new-account-from-new-network'],
  interval: '6h',
  within: '24h',
  threshold: { field: ['service.id'], value: 3, cardinality: [{ field: 'oauth.account.name', value: 3 }] },
  description:
    'Within a day, an application read mail, files or chats of three accounts for the first time, or a service account obtained tokens to impersonate three new accounts. The attacker may have the key of an application that can access all mailboxes, domain-wide delegation, or the tokens of many users. Such an attacker moves from account to account and reads little in each, below every per-account threshold. A backup reads the same accounts every night. One new account a day can belong to a new colleague. An application that reached new accounts on three days of the last month raises no alert.',
  conditions: `- An application reads mail, files or chats of three accounts for the first time within a day.
- A service account obtains tokens to impersonate three new accounts within a day. Tokens for calendars or the directory do not count.
- For a new application, the rule counts only the accounts that a service account reaches on its first day. Another rule covers the first day of other applications.
- Excludes an application that reached new accounts on three days in the last month.
- Does not alert on further reads of the same accounts.
- Excludes an application of the organization with the consent of an administrator for all, unless it acts without a user: each new employee is a new account.
- Excludes programs on devices in networks where the account works itself, without a recorded consent: the record of a consent can be late.
- Excludes accounts that consented or reconsented on the same day, and accounts whose consent was revoked, because the consent rules cover rollouts.
- Excludes a rollout in the usual network of the application: three people first granted it access in the last week, and the account granted access in the last three days. If no consent of the account is recorded, five colleagues must have used the application for a month: the record of the first use can arrive before the record of the consent.`,
  falsePositives: [
    'The first run of a backup, archive, migration, signature or security product.',
    'A group of new employees joins, or a department is added to a product.',
  ],
  investigation: `- **Application**: \`service.id\` (group-by field); \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.app.first_seen\` of the events.
- **Access type**: \`oauth.grant.app_only\`, \`oauth.app.kind: "service_account"\`: app-only access to all accounts; otherwise delegated access for each user.
- **Tokens**: \`oauth.action: "app_sign_in"\` with \`oauth.grant.scopes\`: the permissions of the service account on each account, even if no log records its reads.
- **Accounts**: \`oauth.account.name\`: in alphabetical order, executives, finance, or one department?
- **Source**: \`source.ip\`, \`oauth.activity.network_new\`; credential: earlier \`app_sign_in\`, \`oauth.credential.id\`. For a delegated Google client: \`gcp.audit\` with the same \`oauth.app.id\`.
- **Grant of the permission**: \`app_role_grant\`, \`delegation_grant\` or \`consent\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the owner of the application about changes on that day.
2. If there were none: disable the application, remove its credentials, and list the mailboxes and messages (\`email.message_id\`) that it opened. Delete a client of domain-wide delegation in the Admin console under API controls.
3. If the application needs this access: limit it to the required accounts.`,
  evasion:
    'The attacker reaches two new accounts a day with the application, or only reads calendars. During a rollout, the attacker reaches accounts with grants that are older than the log, from a network that the application already used.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { accounts: 'threshold.cardinality', hours: 'oauth.activity.account_age_hours <' },
  references: [
    'https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts',
    'https://support.google.com/a/answer/162106',
  ],
})
