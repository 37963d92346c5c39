import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ce1cca51-b913-49d2-b260-7a38a1b70195',
  type: 'threshold',
  name: 'Unusual Data Volume Read by an OAuth Application Across Many Accounts',
  severity: 'critical',
  attack: ['T1671', 'T1199', 'T1550.001', 'T1020'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "volume"`,
  interval: '1h',
  within: '25h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  description:
    'On one day, an application read many times its usual volume from at least five accounts. An increase on one account may have a local reason. An increase on many accounts points to the application: its vendor was compromised, and the attacker uses its tokens. The attack needs no user error, consent or password.',
  falsePositives: [
    'The vendor announced a full resynchronization after an update or a move.',
    'A migration or legal export through the same application.',
  ],
  investigation: `- **Application**: \`service.id\` (group-by field); \`oauth.app.name\`, \`oauth.app.tier_held\` of the findings.
- **Affected accounts and volume**: the findings of the alert: \`user.email\`, \`oauth.finding.value\` compared to \`oauth.finding.baseline\`; \`consentry apps show ID\` lists all granting accounts.
- **Source**: \`app_use\` and \`app_sign_in\` of that day: \`source.ip\`, \`oauth.activity.network_new\`. Does it belong to the vendor, or is it a new network? Are other applications active from the same address?
- **First occurrence**: the first day with an increased volume, which can be earlier than this alert.`,
  response: `1. Block the application first: disable the service principal in Entra, or block the client in Google Workspace API controls. A day without the tool costs less than a day of data theft. \`consentry apps contain ID\` prints the commands.
2. Ask the vendor through your own contact, not through the application; look for a security advisory.
3. List the data that was read, and search it for keys and passwords, the usual target of such attackers.
4. Restore access only with new keys and tokens.`,
  evasion: 'The attacker reads from at most four accounts a day.',
  setup: 'Requires the periodic pass of the pipeline (or a hunt).',
  references: [
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  parameters: { accounts: 'threshold.cardinality' },
  state: 'experimental',
  tests: { noMatch: [{ scenario: 'm365/slow-exfiltration' }] },
})
