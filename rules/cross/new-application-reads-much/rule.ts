import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd566572e-bd6e-432f-80b3-498ceee6c660',
  type: 'threshold',
  name: 'Ten Items Used by an OAuth Application on Its First Day or in a New Way',
  severity: 'medium',
  attack: ['T1671', 'T1114.002', 'T1213'],
  datasets: ['o365.audit', 'azure.graphactivitylogs', 'google_workspace.token', 'google_workspace.drive'],
  omits: {
    'azure.aadgraphactivitylogs':
      'This log names an account by its ID, and the unified audit log names it by its address: one account would count as two.',
    'google_workspace.chat': 'The token log also contains the call that read the chat: it would count twice.',
    'google_workspace.gmail_reports':
      'The token log also contains the call that read the message: it would count twice.',
    'google_workspace.keep': 'This log contains no reads of mail, chats, contacts or the directory.',
  },
  query: `oauth.action: "app_use" and not event.outcome: "failure"
  and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts" or "directory")
  and (((oauth.activity.access: ("list" or "read" or "export" or "delete") or oauth.activity.kind: "directory") and (oauth.app.used_days < 1 or oauth.app.awake_days >= 1)
      and not oauth.app.kind: "service_account" and not oauth.app.established: true)
    or (oauth.activity.access: ("list" or "read" or "export" or "send" or "delete") and oauth.activity.access_age_hours < 24
      and not oauth.app.first_party: true and not (oauth.app.kind: "service_account" and oauth.activity.account_age_hours <= 0))
    or (oauth.activity.access: ("list" or "read" or "sync" or "export") and oauth.activity.two_places: true and not oauth.app.kind: ("native" or "service_account")))
  and not (oauth.activity.access: "delete" and (not oauth.activity.kind: "file" or (oauth.activity.method_age_hours < 168 and not oauth.account.network_new: false
    and not oauth.grant.app_only: true and not oauth.app.kind: "service_account"
    and (event.action: ("delete" or "FileDeletedFirstStageRecycleBin" or "FileDeletedSecondStageRecycleBin") or oauth.activity.method: (drive.files.delete or *permanentDelete)))))
  and not (oauth.app.allowed: true and oauth.app.used_days >= 7 and not oauth.activity.access: ("send" or "delete") and not oauth.activity.two_places: true)
  and not oauth.app.kind: "native" and not oauth.app.known_abused: true
  and not (oauth.app.known_abused_verdict: "developer-tool" and (oauth.app.used_days >= 14
    or not source.ip: * or (oauth.account.network_new: false and not oauth.account.network_age_hours < 168)))
  and not (oauth.activity.kind: "file" and oauth.activity.access: ("read" or "export") and saas.source.hosting: true and oauth.app.tier_held: ("critical" or "high")
    and not oauth.grant.app_only: true and not oauth.account.network_new: false and not oauth.app.known_abused_verdict: "mail-client")
  and not (oauth.app.kind: "web" and oauth.account.network_new: false and not oauth.account.network_age_hours < 720)`,
  interval: '12h',
  within: '24h',
  threshold: { field: ['service.id', 'event.dataset'], value: 10 },
  repeats: { within: '7d', by: ['oauth.app.id'] },
  skipsApprovedApps: true,
  yields: ['cross/new-account-from-new-network', 'm365/many-messages-in-one-record'],
  description:
    'A third-party application read mail, files, chats, contacts or the directory at least ten times within a day of its first use in the tenant. An attacker who obtains consent by phishing exfiltrates data before anyone reacts. A legitimate product that a user connects also reads data on its first day, but usually less often. The rule also alerts if a known application performs an action ten times on the day when it first performs it.',
  conditions: `- A third-party application reads mail, files, chats, contacts or the directory, changes objects of the directory, or deletes files, at least ten times within a day of its first use in the tenant, from one account or from many. For example, it adds a second address to thirty accounts in one night.
- Counts deletions of files only: another rule covers deleted messages. A high-severity rule covers the first permanent deletions that a known application makes for a user outside the networks of the organization.
- Excludes reads and changes by an application that an administrator trusted in Google’s API controls, from a week after its first use, unless it works in two places at once. Such an application often reads other data at the end of a term or quarter.
- Excludes synchronization, because every mail client starts with it. Synchronization counts only for the directory, and for an application that works in two places.
- An application that returns after two months without use counts as new for two weeks, from the day after its return. An attacker who took over the application works through its old grants one by one.
- Counts every use, including synchronization, of an application that works for an account in two places at once (\`oauth.activity.two_places\`). The application works in a country that is new to it (or in a new network, if no database names the country), then in its usual country, then in the new country again. A vendor moves its servers once, but an intruder with stolen tokens works at the same time as the vendor.
- An application that used data for two weeks performs an action ten times on the day when it first performs it, from its usual network and within its permissions. For example, an agent that follows a hidden instruction in an email writes to colleagues, an add-on that only worked with cells exports workbooks, a calendar program reads mail, or a tool that only read data begins to delete it.
- Excludes a Google Workspace web application in a network where the account has signed in for a month. Such an application runs on the computer of a colleague who tests it, not on the server of an attacker.
- Excludes a Google page for testing API calls, such as the OAuth Playground. In the first two weeks of use of the page, a call still counts if it comes from a network that is new to the account, or from an account without a week of sign-ins. Later, another rule counts these calls. The page itself sends its calls from Google, and the log contains no address for them.
- Other rules cover known abused applications, and files that an application with high permissions reads from a rented server (\`saas.source.hosting\`).`,
  falsePositives: [
    'A user connected a product that first reads all mail, such as a search tool or an assistant.',
    'An administrator introduced a product that reads mail with app-only access, or that manages accounts.',
    'A vendor adds servers in another country.',
    'A job runs only a few times a year, or a product begins to remove old files.',
    'A user has an assistant write many messages for the first time.',
  ],
  investigation: `- **Application**: \`service.id\` (group-by field); **accounts**: \`user.id\` of the events; \`oauth.app.name\`, \`oauth.app.users\`, \`oauth.app.tier_held\` of the events.
- **Consenting account**: \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`; \`consent\` with the same \`oauth.app.id\`.
- **Volume**: \`oauth.activity.items\`, \`oauth.activity.bytes\`, and the time between two reads.
- **Messages sent**: \`oauth.activity.access: "send"\`: recipients and subjects in the mailbox; the mail that arrived shortly before.
- **Source**: \`source.ip\`: does it belong to the vendor or to a hosting provider?`,
  response: `1. Ask the user whether they connected the application, and how they received the link.
2. If they do not recognize it: revoke the grant and the sessions of the account, and look for other users of the same application.
3. If the application is legitimate: approve it for use in the environment file.`,
  evasion:
    'The attacker waits a day after the first use, takes over an application that API controls have trusted for a week, or reads or sends only a few items a day.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { reads: 'threshold.value', usedDays: 'oauth.app.used_days <' },
  tests: { noMatch: [{ scenario: 'google-workspace/calls-tried-on-a-page-of-google' }] },
})
