import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2b8f61d4-93c7-4a5e-b0d2-7e16c48fa935',
  type: 'eql',
  name: 'Google Workspace Marketplace Application Installed from a New Network and Used',
  severity: 'high',
  attack: ['T1671', 'T1114.002', 'T1078.004'],
  datasets: [
    'google_workspace.admin',
    'google_workspace.access_evaluation',
    'google_workspace.token',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
  ],
  omits: {
    'gcp.audit': 'This log contains calls to Google Cloud, not access to the data of accounts.',
    'google_workspace.calendar': 'This log contains no mail, files or chats.',
    'google_workspace.chat': 'The token log also contains the call that read the chat.',
    'google_workspace.chrome': 'An extension is installed in one browser, not for the organization.',
    'google_workspace.keep': 'This log contains no mail, files or chats.',
  },
  language: 'eql',
  query: `sequence by oauth.app.name with maxspan=48h
  [any where oauth.action == "app_install" and oauth.act.network_age_hours < 24]
  [any where (oauth.action == "app_use" and oauth.activity.kind in ("mail", "file", "chat")
      and oauth.activity.access in ("list", "read", "export"))
    or (oauth.action == "app_sign_in" and oauth.grant.kind == "install" and oauth.grant.tier_rank >= 2)]`,
  // Each run reads two days.
  interval: '1h',
  description:
    'An administrator first signed in from a new network less than a day ago, and installed a Marketplace application for the organization. Within two days, the application obtained tokens for mail or files, or read mail or files. No user consents to such an application, and it can read the data of every account a little at a time, below the thresholds of rules that count events. The rule compares names, because the Marketplace and the token log name different IDs.',
  falsePositives: [
    'An administrator rolls out a product while traveling, or on the first day of a new internet connection.',
  ],
  triage: `#### Investigation

- **Installation** (first event): \`user.email\`, \`source.ip\`, \`oauth.app.name\`; other changes by this administrator since \`oauth.act.network_age_hours\`.
- **Application**: publisher and scopes on its Marketplace page, \`oauth.grant.scopes\` of the token.
- **Use** (second event): \`source.ip\`, \`oauth.account.name\`; then all \`app_use\` with the same \`oauth.app.id\`.

#### Response

1. Call the administrator on a known number.
2. If they did not install it: uninstall the application, block its client ID in API controls, and secure the account of the administrator.
3. List the accounts and messages that the application read.`,
  evasion:
    'The attacker waits two days before the first use, or the application has a different name in the Marketplace than in the token log.',
  setup: 'Requires the entity store of the pipeline, and sign-in records.',
  references: ['https://support.google.com/a/answer/172482'],
  tests: { match: [], noMatch: [] },
})
