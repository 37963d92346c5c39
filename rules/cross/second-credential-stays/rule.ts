import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5d3f9b70-2c86-4e1a-b7f5-90c4e6a1d832',
  name: 'Second Credential of an OAuth Application Not Removed',
  severity: 'low',
  attack: ['T1671', 'T1098.001'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "credential_overlap"`,
  description:
    'An application received an additional credential, and two weeks later it still has more credentials than before. A rotation ends with the removal of the old credential. An additional credential is a second way to gain access, possibly unknown to the owner.',
  falsePositives: ['A rotation takes longer, or nobody finished it.', 'Each installation has its own credential.'],
  investigation: `- **Credential count, now and before**: \`oauth.finding.value\`, \`oauth.finding.baseline\`.
- **Latest addition**: the event in \`oauth.finding.events\`: \`user.email\`, \`oauth.credential.kind\`, \`oauth.credential.name\`.
- **Credential in use**: \`oauth.credential.id\` of \`app_sign_in\` with the same \`oauth.app.id\`, and its source.`,
  response: `1. Ask the owner of the application which credentials are theirs.
2. Remove unclaimed credentials, and treat the application as compromised from the day of the addition.`,
  evasion: 'The attacker removes the old key, or adds a key to an application without one.',
  setup: 'Requires the periodic pass of the pipeline (or a hunt).',
  state: 'experimental',
})
