import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5434e12d-1710-412e-aba8-adc5a68251bf',
  type: 'threshold',
  name: 'One Hundred Files of One Account Read by an OAuth Application Within an Hour',
  severity: 'medium',
  attack: ['T1671', 'T1213', 'T1020'],
  datasets: ['o365.audit', 'google_workspace.token'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
    'azure.graphactivitylogs':
      'The unified audit log also contains files that are read through Graph: they would count twice.',
    'google_workspace.drive': 'The token log also contains the call that read the file: it would count twice.',
    'google_workspace.keep': 'This log contains no file activity.',
  },
  query: `oauth.action: "app_use" and oauth.activity.kind: "file"
  and oauth.activity.access: ("read" or "sync" or "export") and not oauth.app.first_party: true`,
  interval: '15m',
  within: '1h',
  threshold: { field: ['service.id', 'user.id'], value: 100 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: ['m365/known-abused-application'],
  description:
    'Within an hour, a third-party application opened a hundred files, for one account or with app-only access. A tool that copies a drive, such as rclone, works this way: it needs one consent, no session on a device and no sync client, and finishes before the daily volume shows the copy.',
  falsePositives: [
    'A backup, a migration, or the first run of an indexing tool.',
    'A user moves files with a product that they connected for this purpose.',
  ],
  investigation: `- **Application and account**: \`service.id\` and \`user.id\` (group-by fields); \`oauth.app.name\`, \`oauth.account.name\` of the events.
- **Files**: \`file.path\`, \`url.path\`: one folder, one site, or everything in order? Do names contain finance, contract or password?
- **First consent**: \`consent\` with the same \`oauth.app.id\`; was it on the same day?
- **Source and client**: \`source.ip\`, \`user_agent.original\` (\`rclone\`, \`python-requests\`).
- **Current volume**: the sum of \`oauth.activity.bytes\`, and whether the activity continues.`,
  response: `1. If the activity continues and nobody recognizes the application: first disable it, or revoke its tokens for the account.
2. Ask the user whether they connected the application.
3. List the opened files, and treat secrets in them as exposed.`,
  evasion: 'The application downloads fewer than a hundred files an hour.',
  parameters: { files: 'threshold.value' },
  references: ['https://rclone.org/onedrive/'],
  state: 'experimental',
  tests: { noMatch: [{ scenario: 'm365/slow-exfiltration' }] },
})
