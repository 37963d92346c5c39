import { rule } from '../../lib/rule.ts'

export default rule({
  id: '65c78ba2-49f3-4b81-b3c9-8eb74df47280',
  type: 'threshold',
  name: 'Google Workspace Domain-Wide Delegation Used for a New Account from a New Network',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1078.004'],
  datasets: ['google_workspace.token', 'google_workspace.access_evaluation'],
  omits: {
    'gcp.audit': 'This log contains calls of Google Cloud, not of the data of accounts.',
    'google_workspace.calendar': 'The token log also contains the call.',
    'google_workspace.chat': 'The token log also contains the call.',
    'google_workspace.drive': 'The token log also contains the call.',
    'google_workspace.gmail_reports': 'The token log also contains the call.',
    'google_workspace.keep': 'The token log also contains the call.',
  },
  language: 'kuery',
  query: `oauth.action: ("app_use" or "app_sign_in") and oauth.app.kind: "service_account" and oauth.entity_store.baseline_ready: true
  and oauth.activity.account_age_hours < 1 and oauth.activity.network_age_hours < 168`,
  interval: '30m',
  from: 'now-3h',
  threshold: { field: ['service.id', 'oauth.account.name'], value: 1 },
  skipsOwnNetworks: true,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'A service account impersonated an account for the first time, from a network that was new to the service account in the last seven days. A service account with domain-wide delegation can impersonate every user. Its programs impersonate the same accounts, from the same network. An attacker with its key impersonates administrators and executives, from elsewhere, one account a day.',
  falsePositives: ['The program moves to another host and is rolled out to another department in the same week.'],
  triage: `#### Investigation

- **Service account and account**: \`service.id\` and \`oauth.account.name\` (group-by fields); \`oauth.app.name\`, \`source.ip\`, \`source.as.organization.name\` of the events.
- **Key**: \`credential_add\` of the service account in \`gcp.audit\`; storage of its keys, for example build systems.
- **Data read**: \`oauth.activity.method\` with the same \`service.id\` from that network.

#### Response

1. Ask the owner of the service account.
2. If nobody moved the program: delete the service account keys, remove the client from domain-wide delegation, and list the data that it read.`,
  evasion: 'The attacker impersonates only the usual accounts of the service account, or waits for a week.',
  tests: { match: [], noMatch: [] },
})
