import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0d6e3b95-8a4f-4127-b6c9-5f2e1d7a8c30',
  type: 'threshold',
  name: 'Google Workspace Data Read by a Google Client or Program from a New Network',
  severity: 'medium',
  attack: ['T1550.001', 'T1528', 'T1114.002'],
  datasets: ['google_workspace.token', 'google_workspace.drive'],
  omits: {
    'google_workspace.chat': 'This log contains no reads of mail, files or the directory.',
    'google_workspace.gmail_reports': 'The token log also contains the call that read the message.',
    'google_workspace.keep': 'This log contains no reads of mail, files or the directory.',
  },
  query: `oauth.action: "app_use" and not event.outcome: "failure"
  and ((oauth.app.known_abused_verdict: "first-party-dual-use" and oauth.activity.kind: ("mail" or "file" or "directory" or "admin" or "chat"))
    or (oauth.app.kind: "native" and oauth.app.used_days >= 14 and oauth.activity.kind: ("directory" or "admin") and oauth.account.network_new: true
      and oauth.activity.program_network_age_hours < 48))
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 48)`,
  within: '1h',
  threshold: { field: ['user.email'], value: 5 },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'A Google client for device sign-in, such as Chrome or the credential provider for Windows, called mail, file or directory APIs, from a network that the account first used within the last two days. A refresh token stolen from a device can be redeemed for such scopes, under the name of a client that no organization blocks. The rule also covers a program on a device, such as the command-line tool of an administrator, that lists the directory where its user never signed in, in the first two days of the program in that network: its token lies in a file.',
  falsePositives: [
    'A traveling administrator uses a Google tool or a command-line tool, or moves a scheduled task to a server.',
  ],
  investigation: `- **Account and client**: \`user.email\` (group-by field); \`service.id\`, \`oauth.app.name\` of the events.
- **API calls**: \`oauth.activity.method\` of the events; scopes in the access evaluation log.
- **Source**: \`source.ip\`; logins of the account from that network. A missing login indicates a token stolen from a device.`,
  response: `1. Ask the user whether they work from that network.
2. If not: sign the user out of all sessions, which revokes the tokens, reset the password, and examine the device for infostealer malware.`,
  evasion:
    'The attacker works from the network of the victim or where the program has worked for two days, or through a proxy at the user’s provider.',
  references: [
    'https://www.bitdefender.com/en-us/blog/businessinsights/the-chain-reaction-new-methods-for-extending-local-breaches-in-google-workspace',
  ],
  parameters: { calls: 'threshold.value' },
  requires: ['license:google-enterprise'],
  tests: { match: [], noMatch: [] },
})
