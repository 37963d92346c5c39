import { rule } from '../../lib/rule.ts'

export default rule({
  id: '70901b28-b177-4216-beeb-0594805aaf1a',
  type: 'threshold',
  name: 'Three OAuth Applications Active from One New Address',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1078.004'],
  datasets: ['azure.signinlogs', 'azure.graphactivitylogs', 'azure.aadgraphactivitylogs', 'o365.audit'],
  language: 'kuery',
  query: `oauth.action: ("app_sign_in" or "app_use") and not event.outcome: "failure"
  and oauth.grant.app_only: true and oauth.activity.network_new: true and oauth.app.age_days >= 14`,
  interval: '30m',
  from: 'now-24h',
  threshold: { field: ['source.ip'], value: 3, cardinality: [{ field: 'service.id', value: 3 }] },
  skipsOwnNetworks: true,
  description:
    'Three applications that have been here for weeks signed in as themselves, or read data, from one address within a day, and none of them ever came from its network. They have different owners and hosts, and now one holder: somebody has their keys, from a vault, a repository or a build system that was broken into.',
  falsePositives: ['A host or cluster with several applications of the organization moves to another network.'],
  triage: `#### What to look at

- **The address**: \`source.ip\` (the group of this alert): whose network is it (\`source.as.organization.name\`)?
- **Which applications**: \`oauth.app.name\`, \`oauth.app.id\` of the events. What do they have in common: a team, a vault, a pipeline?
- **Which keys**: \`oauth.credential.id\`, \`oauth.credential.kind\` of \`app_sign_in\`; added lately (\`oauth.credential.age_hours\`), or old ones that leaked?
- **What was done from there**: all documents with this \`source.ip\`, also sign-ins of people.

#### What to do

1. Ask the teams whether a move was planned; one that moved three applications knows it.
2. If not: disable sign-in of all of them, then remove the keys. What else lies where those keys lay is lost, too: renew it.
3. Look for further applications from the same network in the days before.`,
  setup:
    'Needs the entity store of the pipeline. The sign-ins of service principals (Entra ID P1, ServicePrincipalSignInLogs in the diagnostic settings) tell most; without them it sees use of mail, files and Microsoft Graph alone.',
  parameters: { applications: 'threshold.cardinality', ageDays: 'oauth.app.age_days >=' },
  version: 2,
  changes: [
    { version: 2, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
