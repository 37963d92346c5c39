import { rule } from '../../lib/rule.ts'

export default rule({
  id: '65c78ba2-49f3-4b81-b3c9-8eb74df47280',
  type: 'threshold',
  name: 'New Access by an OAuth Application or Changed Application from a New Network',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1078.004', 'T1114.002'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
    'google_workspace.access_evaluation',
    'gcp.audit',
  ],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'google_workspace.calendar': 'The token log also contains the call.',
    'google_workspace.chat': 'The token log also contains the call.',
    'google_workspace.drive': 'The token log also contains the call.',
    'google_workspace.gmail_reports': 'The token log also contains the call.',
    'google_workspace.keep': 'The token log also contains the call.',
  },
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure"
  and ((oauth.entity_store.baseline_ready: true and oauth.app.changed: true and oauth.activity.network_age_hours < 168 and not oauth.app.first_party: true and not oauth.app.kind: "service_account" and oauth.app.tier_held: ("critical" or "high"))
    or (oauth.entity_store.baseline_ready: true and (oauth.app.kind: "service_account" or oauth.grant.app_only: true)
      and (oauth.activity.account_age_hours < 1
        or ((oauth.activity.program_age_hours < 168 or oauth.activity.account_age_hours < 168 or oauth.grant.given_again: true) and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts")
          and oauth.activity.access: ("read" or "export" or "send" or "write" or "delete"))
        or (oauth.activity.method_age_hours < 168 and oauth.activity.access: "delete" and oauth.activity.kind: ("mail" or "file"))
        or (oauth.grant.from_new_network: true and not oauth.account.id: * and oauth.activity.kind: "file" and oauth.activity.access: ("read" or "export" or "delete"))
        or (oauth.app.awake_days >= 1 and not event.dataset: "azure.signinlogs")
        or (oauth.activity.access_new: true and (oauth.app.kind: "service_account" or oauth.activity.kind: "directory"))
        or (oauth.activity.method_age_hours < 168 and oauth.activity.kind: "admin" and oauth.activity.access: ("write" or "delete") and not oauth.activity.method: *onfirmCompromised))
      and (oauth.activity.network_age_hours < 168 or (oauth.activity.address_age_hours < 168 and oauth.activity.account_age_hours: *)
        or (oauth.grant.from_new_network: true and (oauth.app.used_days >= 1 or (oauth.activity.account_age_hours < 1 and oauth.activity.kind: ("mail" or "file" or "chat") and oauth.activity.access: ("read" or "export"))))))
    or (event.action: ("SignBlob" or "SignJwt") and oauth.act.network_age_hours: * and (oauth.activity.network_new: true or oauth.activity.network_age_hours < 24))
    or (oauth.action: "app_use" and oauth.grant.from_new_network: true and not oauth.grant.app_only: true and not oauth.app.kind: ("native" or "single_page" or "script") and not oauth.app.known_abused_verdict: "mail-client"
      and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts") and oauth.activity.access: ("list" or "read" or "sync" or "export" or "send")
      and oauth.app.tier_held: ("critical" or "high") and oauth.app.users >= 1 and oauth.app.users < 5 and oauth.account.network_age_hours < 720))`,
  interval: '30m',
  from: 'now-3h',
  threshold: { field: ['service.id', 'source.ip'], value: 1 },
  skipsOwnNetworks: true,
  repeats: { within: '7d', by: ['service.id'] },
  yields: ['cross/grant-survives-reset', 'm365/objects-erased-from-new-network', 'm365/exchange-role-to-application'],
  description:
    'An application without a user reached an account for the first time, from a network that was new to the application in the last seven days. A service account with domain-wide delegation can reach every user. So can an application or managed identity of Entra ID with permissions for all mailboxes. Legitimate programs reach the same accounts from the same network. An attacker with the key or token reaches administrators and executives, from another network, one account a day.',
  conditions: `- An application without a user reaches an account for the first time, from a network that was new to the application in the last seven days. For a service account with few addresses, a new address in the usual network is enough, because anyone can rent a machine at the provider where its program runs.
- An application without a user first reads or changes the directory, as attackers do immediately. A service account accesses a new kind of data: an attacker extends the delegation of a calendar tool, then reads mail.
- An application without a user makes an administrative change from such a new network, within a week of its first change of that kind. Examples are a dismissed risk, a closed incident and a removed device. An attacker with the secret of a ticket system or a response robot dismisses the risk of the accounts that they use, so that no policy blocks the accounts. Reports of a compromised account do not count.
- An application reads, sends, changes or deletes mail, files, chats or contacts of an account from such a new network, within a week after it first reached this account. The condition also applies if an application without a user accesses such data with a different program than in recent weeks: a program that moves to another host stays the same, but an attacker uses a different program.
- An application reaches new accounts, from any network, in the month after an administrator granted its permissions from a network that was new to the administrator (on its first day, the rule counts only reads of mail, files or chats in the first hour of each account; other rules cover the rest). If the records name no account, as for files of SharePoint sites, the rule alerts on each file that the application reads or deletes.
- An application without a user deletes mail or files from such a new network in the week in which it begins to delete. An attacker with a leaked key destroys the originals after the copy.
- In a Google console, the grant can be the first act from the network, because a stolen session needs no sign-in.
- The condition on permissions that an administrator granted from a new network also applies in the month after another account resets the administrator’s password and ends the sessions, if the grant is at most three months older: the grant may be part of the incident. A service account that received a key, an owner or a workload from such a new network also counts.
- In these cases, the administrator can also be an application that first used its network in the preceding week. For a SharePoint add-in, the administrator is the person who visited the registration page.
- An application without a user returns after two months without use. For two weeks, from the second day, the rule alerts on all accounts that it reaches from such a new network, not only on new accounts: the leaked key of a finished migration reaches only known accounts.
- An application, with or without a user, is used from a new network in the week after it received redirect URIs or higher permissions, or was restored. The change and the network together show that somebody else controls the application.
- An application with fewer than five users accesses mail, files, chats or contacts. In the preceding month, an account granted it access on its owner’s first day in a network, and the account first used the network of the application in the same month: the application and the new session have the same owner. Mail clients and programs on devices and in browsers do not count.
- A person or a service account in Google Cloud lets another service account sign bytes or a token (SignBlob, SignJwt), from a network that the signer never used before that day and that the caller first used in the last week. A signature replaces the key of an account with domain-wide delegation. A service account counts as the caller only if another account obtained its token.`,
  falsePositives: [
    'The program moves to another host and is rolled out to another department or a new colleague in the same week.',
    'A program that runs once a quarter moves to another host.',
    'A new release of an application brings another redirect URI, more permissions and a new host in one week.',
  ],
  investigation: `- **Application and accounts**: \`service.id\` (group-by field); \`oauth.app.name\`, \`oauth.account.name\`, \`oauth.account.id\`, \`source.ip\`, \`source.as.organization.name\` of the events.
- **Key or token**: \`credential_add\` of the application; storage of its keys, for example build systems. A managed identity has no key: its token was taken from a machine or a job.
- **Data read**: \`oauth.activity.method\` with the same \`service.id\` from that network.`,
  response: `1. Ask the owner of the application.
2. If nobody moved the program: remove its keys, disable the service principal or remove the client from domain-wide delegation, and list the data that it read.`,
  evasion:
    'The attacker uses the program name of the application and reaches only its usual accounts and data, waits for a week, or uses their own application in a different network from the stolen session.',
  references: ['https://learn.microsoft.com/en-us/graph/api/riskyuser-dismiss'],
  tests: { match: [], noMatch: [] },
})
