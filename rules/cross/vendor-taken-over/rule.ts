import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ce1cca51-b913-49d2-b260-7a38a1b70195',
  type: 'threshold',
  name: 'Unusual Data Volume Read by an OAuth Application Across Many Accounts',
  severity: 'critical',
  attack: ['T1671', 'T1199', 'T1550.001', 'T1020'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "volume"`,
  interval: '1h',
  from: 'now-26h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  description:
    'On one day an application took many times its usual amount from five accounts or more. One account may have a reason; many at once have one in common, and it lies with the application: its vendor was broken into, and whoever holds the tokens draws what they open. Nobody here made a mistake, no consent was given, no password was used.',
  falsePositives: [
    'The vendor reads everything anew after an update or a move. It then says so.',
    'A migration or legal export through the same application.',
  ],
  triage: `#### What to look at

- **Which application**: \`service.id\` (the group of this alert); \`oauth.app.name\`, \`oauth.app.tier_held\` of the findings.
- **Whose data, how much**: the findings behind it: \`user.email\`, \`oauth.finding.value\` against \`oauth.finding.baseline\`; \`consentry apps show ID\` lists all who granted it something.
- **From where**: \`app_use\` and \`app_sign_in\` of that day: \`source.ip\`, \`oauth.activity.network_new\`. The vendor’s own servers, or a network that it never came from? Other applications from the same address?
- **Since when**: the first day with more than usual, not only the one of this alert.

#### What to do

1. Cut it off first: disable the service principal in Entra, or block the client under API controls of Google Workspace. A day without the tool costs less. \`consentry apps contain ID\` prints the commands.
2. Ask the vendor through a contact of yours, not through the application; look for a notice of theirs.
3. List what was read, and look in it for keys and passwords that open something else: that is what such thieves search for.
4. Let it in again only with new keys and tokens.`,
  setup: 'Needs the periodic pass of the pipeline (or a hunt).',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  parameters: { accounts: 'threshold.cardinality' },
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/slow-exfiltration' }],
  },
})
