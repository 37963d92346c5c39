import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4c1e9a72-6b3f-4d08-9e57-2fa8c6d01b93',
  type: 'threshold',
  name: 'Exchange Online Mailboxes of Three Accounts Opened by One Account from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1114.002', 'T1550.001', 'T1078.004'],
  datasets: ['o365.audit'],
  omits: {
    'azure.graphactivitylogs': 'The unified audit log also contains mail that is read through Graph.',
    'azure.aadgraphactivitylogs': 'The older API has only directory data, no mail.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.api: ("REST" or "EWS" or "WebServices")
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 48)`,
  interval: '1h',
  within: '24h',
  threshold: { field: ['user.id', 'service.id'], value: 3, cardinality: [{ field: 'oauth.account.name', value: 3 }] },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'Within a day, a program opened the mailboxes of three accounts for one account, in a network that the account first used within the last two days. Assistants and support teams open shared mailboxes every day in Outlook or a browser; the rule covers REST and Exchange Web Services. An attacker with the session of such an account opens every mailbox that it can access. Microsoft clients need no consent, so no grant shows the access.',
  falsePositives: ['An assistant with many shared mailboxes travels, or works from a new connection.'],
  investigation: `- **Account and source**: \`user.id\`, \`service.id\` (group-by fields); \`source.ip\`, \`source.as.organization.name\` of the events.
- **Mailboxes**: \`oauth.account.name\`; which of them did the account open before?
- **Client**: \`oauth.app.name\`, \`oauth.activity.api\`; does the account use this client elsewhere?
- **Messages**: \`oauth.activity.items\`, \`saas.mail.folders\`.
- **Sign-in**: sign-ins of the account from this address.`,
  response: `1. Ask the user whether they work from that network.
2. If not: revoke the sessions, reset the password, and report to the owners of the mailboxes which messages were read.
3. Remove delegate rights that the account does not need.`,
  evasion:
    'The attacker opens fewer than three mailboxes a day, uses a browser, or works through a proxy at the provider of the user.',
  parameters: { mailboxes: 'threshold.cardinality' },
  references: [
    'https://www.microsoft.com/en-us/security/blog/2025/05/27/new-russia-affiliated-actor-void-blizzard-targets-critical-sectors-for-espionage/',
  ],
  tests: { match: [], noMatch: [] },
})
