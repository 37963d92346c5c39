import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f45be9f0-1526-4461-a9b2-bff4b22bd3c8',
  type: 'threshold',
  name: 'Entra ID Applications Registered in Bulk by One Account',
  severity: 'medium',
  attack: ['T1671', 'T1136.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: ("app_register" or "sp_add")',
  from: 'now-15m',
  threshold: { field: ['user.email'], value: 4, cardinality: [{ field: 'service.id', value: 4 }] },
  description:
    'One account made four different applications or service principals within a quarter of an hour. Scripts do that: those of administrators, and those of intruders who spread their way back over many names, or who use the tenant to send mail and mine coins.',
  falsePositives: [
    'Infrastructure as code, a tenant migration, or a product that registers several applications at its set-up.',
  ],
  triage: `#### What to look at

- **Who**: \`user.email\` (the group of this alert): does the account usually register applications, from this network (\`source.ip\`)?
- **Which applications**: \`oauth.app.name\`, \`oauth.app.id\` of the events. Names made of random letters, or copies of well-known ones?
- **What they got**: \`credential_add\`, \`app_role_grant\`, \`consent\` on each of them since.

#### What to do

1. Ask the owner of the account.
2. If it was not meant: disable the applications, keep their ids for the search, then delete them; examine the account as compromised.`,
  parameters: { applications: 'threshold.cardinality' },
  skipsAdministrators: true,
  version: 2,
  changes: [{ version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' }],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
