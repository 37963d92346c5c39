import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5434e12d-1710-412e-aba8-adc5a68251bf',
  type: 'threshold',
  name: 'OAuth Application Read a Hundred Files of One Account Within an Hour',
  severity: 'high',
  attack: ['T1671', 'T1213', 'T1020'],
  datasets: ['o365.audit', 'google_workspace.token'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'azure.graphactivitylogs':
      'A file that is read through Graph is in the unified audit log, too: it would count twice.',
    'google_workspace.calendar': 'It tells nothing of files.',
    'google_workspace.chat': 'It tells nothing of files.',
    'google_workspace.drive': 'The call that read the file is in the token log, too: it would count twice.',
    'google_workspace.gmail_reports': 'It tells nothing of files.',
    'google_workspace.keep': 'It tells nothing of files.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and oauth.activity.kind: "file"
  and oauth.activity.access: ("read" or "sync" or "export") and not oauth.app.first_party: true`,
  interval: '15m',
  from: 'now-1h',
  threshold: { field: ['service.id', 'user.id'], value: 100 },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'An application that is not the vendor’s own opened a hundred files of one account, or acting for itself, within an hour. That is a tool that copies a drive, such as rclone: it needs one consent, no session on a device and no sync client, and is done before a daily sum shows it.',
  falsePositives: [
    'A backup or migration, or the first run of a tool that indexes files.',
    'A user moves files with a product that she connected for it.',
  ],
  triage: `#### What to look at

- **Which application, for whom**: \`service.id\` and \`user.id\` (the group of this alert); \`oauth.app.name\`, \`oauth.account.name\` of the events.
- **Which files**: \`file.path\`, \`url.path\`: one folder, one site, or everything in order? Names with finance, contract or password in them?
- **How it came in**: \`consent\` with the same \`oauth.app.id\`; on the same day?
- **From where, with what**: \`source.ip\`, \`user_agent.original\` (\`rclone\`, \`python-requests\`).
- **How much by now**: the sum of \`oauth.activity.bytes\`, and whether it goes on.

#### What to do

1. If it goes on and nobody knows it: disable the application, or revoke its tokens for the account, before anything else.
2. Ask the user whether they connected it.
3. List the files taken, and treat secrets in them as known to others.`,
  evasion: 'The application downloads fewer than a hundred files an hour.',
  parameters: { files: 'threshold.value' },
  references: ['https://rclone.org/onedrive/'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/slow-exfiltration' }],
  },
})
