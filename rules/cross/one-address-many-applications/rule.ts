import { rule } from '../../lib/rule.ts'

export default rule({
  id: '70901b28-b177-4216-beeb-0594805aaf1a',
  type: 'threshold',
  name: 'Three OAuth Applications Active from One New IP Address',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1078.004'],
  datasets: ['azure.signinlogs', 'azure.graphactivitylogs', 'azure.aadgraphactivitylogs', 'o365.audit'],
  query: `oauth.action: ("app_sign_in" or "app_use") and not event.outcome: "failure"
  and oauth.grant.app_only: true and oauth.activity.network_new: true and oauth.app.age_days >= 14`,
  interval: '30m',
  within: '24h',
  threshold: { field: ['source.ip'], value: 3, cardinality: [{ field: 'service.id', value: 3 }] },
  skipsOwnNetworks: true,
  description:
    'Within a day, three applications known for weeks signed in as themselves, or read data, from one address. The network is new to each application. The applications have different owners and hosts, but one party now has their keys, from a compromised vault, repository or build system.',
  falsePositives: ['A host or cluster with several internal applications moves to another network.'],
  investigation: `- **Address**: \`source.ip\` (group-by field); the owner of the network: \`source.as.organization.name\`.
- **Applications**: \`oauth.app.name\`, \`oauth.app.id\` of the events. Do they share a team, a vault or a pipeline?
- **Keys**: \`oauth.credential.id\`, \`oauth.credential.kind\` of \`app_sign_in\`; are they recent additions (\`oauth.credential.age_hours\`), or old keys that leaked?
- **Activity from that source**: all documents with this \`source.ip\`, including user sign-ins.`,
  response: `1. Ask the teams whether a move was planned.
2. If not: disable sign-in for all three applications, then remove the keys. Treat every other secret in the same storage as leaked, and rotate it.
3. Look for further applications from the same network in the preceding days.`,
  evasion: 'The attacker uses a different address for each application.',
  setup:
    'Requires the entity store of the pipeline. Sign-ins of service principals (Entra ID P1, ServicePrincipalSignInLogs in the diagnostic settings) are the best source; without them, the rule covers only the use of mail, files and Microsoft Graph.',
  parameters: { applications: 'threshold.cardinality', ageDays: 'oauth.app.age_days >=' },
  state: 'experimental',
})
