import { googleUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0a487751-7bdd-4fb7-916a-bfaadfa4b675',
  type: 'new_terms',
  name: 'New Kind of Data Read by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1114.002', 'T1213'],
  datasets: ['o365.audit', 'azure.graphactivitylogs', ...googleUses],
  omits: { 'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.' },
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts" or "directory")
  and oauth.activity.access: ("list" or "read" or "sync" or "export")
  and not (oauth.activity.access: "sync" and event.dataset: "google_workspace.token")
  and (not oauth.app.first_party: true or oauth.app.id: "08e18876-6177-487e-b8b5-cf950c1e598c")
  and not (oauth.app.age_days < 1 and not (oauth.grant.granted_age_hours < 24 and not oauth.account.network_new: false and not oauth.app.kind: "native") and not (oauth.grant.app_only: true and oauth.grant.used: false and not oauth.app.status: *))
  and not (oauth.activity.kind: "directory" and not (oauth.activity.access: "list" and oauth.grant.age_days < 3 and oauth.app.age_days < 3 and not oauth.app.tier_held: "low"))
  and not (oauth.app.tier_held: ("low" or "medium") and not oauth.activity.kind: "directory")
  and not oauth.app.allowed: true
  and not (oauth.app.known_abused_verdict: "developer-tool" and (not source.ip: * or (oauth.account.network_new: false and not oauth.account.network_age_hours < 168)))
  and not ((oauth.app.kind: "web" or (oauth.app.kind: "native" and oauth.grant.known: false and not oauth.app.age_days: *))
    and oauth.account.network_new: false and not oauth.account.network_age_hours < 720)`,
  newTermsFields: ['service.id', 'oauth.activity.kind'],
  historyWindowStart: 'now-90d',
  repeats: { within: '1d', by: ['service.id'] },
  yields: [
    'm365/known-abused-application',
    'cross/app-active-for-ended-account',
    'cross/grant-survives-reset',
    'cross/dormant-app-awakens',
    'cross/application-from-new-network',
    'cross/new-account-from-new-network',
    'cross/new-application-deletes-mail',
  ],
  description:
    'An application read mail, files, chats or contacts for the first time in ninety days. For example, a calendar tool opens a mailbox, a directory sync lists files, or an application opens messages twenty minutes after a user consented to it. The permission may be years old, or may come from a grant that the log does not show. The consent shows the permissions of an application. This alert shows their first use. For a recent consent, `oauth.grant.granted_age_hours` and `oauth.grant.granted_by` link the read to the consent.',
  conditions: `- An application reads mail, files, chats or contacts for the first time in ninety days: on its first day if the account granted access within the last day, otherwise from its second day.
- An application that is at most three days old lists the directory. The rule covers no other reads of the directory.
- On the day of the grant, does not alert on a program on the user’s device, or in a network where the account already works.
- An application that is older than the log uses an app-only permission, such as an Exchange role, for the first time. Only in this case does the rule cover the first day.
- The shared client of all web parts in SharePoint reads such data: a script on any page can use its permissions for each visitor, from the usual network of the visitor. The rule covers no other Microsoft client.
- Excludes an application that an administrator trusted in the API controls of Google, because the trust itself raises an alert.
- Excludes Google calls that only list changes, such as \`gmail.users.history.list\`.
- Excludes a Google Workspace web application in a network where the account has signed in for a month. Also excludes a program on a device there whose first record is the use: the record of its authorization is late.
- Excludes a page of Google on which developers try calls, such as the OAuth Playground, unless the call comes from a network that is new to the account, or from an account without a week of sign-ins. Calls of the page itself come from Google, and the log contains no address.`,
  falsePositives: [
    'A user tries a new feature of a tool.',
    'A user connects a product that reads such data immediately.',
    'A job runs only once or twice a year.',
  ],
  investigation: `- **New kind of data**: \`oauth.activity.kind\` for this \`service.id\`; the call: \`oauth.activity.method\`, \`oauth.activity.access\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; first appearance: \`oauth.app.first_seen\`; earlier activity: \`app_use\` with the same \`oauth.app.id\` by \`oauth.activity.kind\`.
- **Grant**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`, \`oauth.app.tier_held\`. Time since the grant, on its first day: \`oauth.grant.granted_age_hours\`. A missing grant predates the log, or the log does not record it.
- **Source and credential**: \`source.ip\`, \`oauth.activity.network_new\`; \`credential_add\`, \`owner_add\` and \`redirect_change\` on the application in the preceding weeks.
- **Volume and accounts**: \`oauth.account.name\`, \`oauth.activity.items\`, \`oauth.activity.bytes\` since then.`,
  response: `1. Ask the owner of the application, or the vendor, which feature reads this data.
2. If nobody knows: disable the application, rotate its keys, and list the affected accounts.
3. If the use is legitimate: approve the application for use in the environment file, with that tier.`,
  evasion:
    'The attacker reads the kind of data that the application always reads, works on the first day from a network where the user works, or waits for three days before listing the directory.',
  skipsApprovedApps: true,
  tests: {
    noMatch: [
      { scenario: 'google-workspace/calls-tried-on-a-page-of-google' },
      { scenario: 'google-workspace/mail-opened-to-allowed-application' },
    ],
  },
})
