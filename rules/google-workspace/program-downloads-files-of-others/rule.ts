import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3e7c1f58-62d9-4b0a-8f14-a95d07c3e6b2',
  type: 'threshold',
  name: 'Google Workspace Files of Ten Owners Downloaded by a Program on a Device',
  severity: 'high',
  attack: ['T1671', 'T1213', 'T1020'],
  datasets: ['google_workspace.drive'],
  omits: {
    'google_workspace.keep': 'This log contains no file activity.',
    'google_workspace.token': 'The calls in this log do not contain the owner of the file.',
  },
  query: `oauth.action: "app_use" and oauth.activity.kind: "file" and oauth.activity.access: ("read" or "export")
  and oauth.app.kind: "native" and not oauth.app.first_party: true and not (oauth.app.users >= 4 and oauth.app.age_days >= 21 and not oauth.app.known_abused: true)`,
  interval: '6h',
  within: '7d',
  threshold: { field: ['service.id', 'user.id'], value: 40, cardinality: [{ field: 'file.owner', value: 10 }] },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  description:
    'Within a week, a third-party program on a device of a user downloaded forty files that belong to ten different people. A person who backs up with such a program usually downloads their own files. A copy tool that downloads files shared by colleagues can indicate data theft, for example by a departing employee or a fraudulent remote worker. At a few files an hour, the download stays below the thresholds of the burst rules. The rule ignores a program that three other accounts use and that the tenant has known for three weeks, except known copy tools.',
  falsePositives: [
    'A user syncs shared folders to a computer with a third-party sync client.',
    'A team archives a shared project with a copy tool.',
  ],
  investigation: `- **Program and account**: \`service.id\` and \`user.id\` (group-by fields); \`oauth.app.name\`, \`oauth.account.name\`, \`oauth.account.age_days\` of the events.
- **Files**: \`file.name\`, \`file.owner\`: does the person need these files for work? Do names contain finance, contract, customer or password?
- **First consent**: \`oauth.grant.first_seen\`, and its \`source.ip\`.
- **Account owner**: a departing employee, a new hire, or an unverified remote worker.`,
  response: `1. Before you ask the person, ask their manager. If the person may have acted on purpose, involve human resources.
2. Revoke the tokens of the program for the account, and block the program in API controls.
3. List the downloaded files, and treat secrets in them as exposed.`,
  evasion:
    'The attacker uses a web application, the web interface or a program of colleagues, or takes fewer than forty files a week.',
  setup: 'Requires the entity store of the pipeline: the Drive log does not contain the client type.',
  parameters: { files: 'threshold.value', owners: 'threshold.cardinality' },
  references: ['https://rclone.org/drive/', 'https://www.ic3.gov/PSA/2025/PSA250123'],
  tests: { match: [], noMatch: [] },
})
