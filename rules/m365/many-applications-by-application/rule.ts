import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f81d3a96-0c57-4e2b-b68a-5e9d7c4f1b02',
  type: 'threshold',
  name: 'Entra ID Applications Registered in Bulk by an Application',
  severity: 'medium',
  attack: ['T1136.003', 'T1671'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query:
    'event.outcome: "success" and oauth.action: ("app_register" or "sp_add") and not oauth.actor_app.name: Microsoft*',
  from: 'now-1h',
  threshold: { field: ['oauth.actor_app.name'], value: 4, cardinality: [{ field: 'service.id', value: 4 }] },
  repeats: { within: '7d' },
  description:
    'An application registered four applications or service principals within an hour. Who holds the key of an application with Application.ReadWrite.OwnedBy or more makes further ones in reserve, each with a key of its own.',
  falsePositives: ['A pipeline sets up an environment with several applications.'],
  triage: `#### What to look at

- **Which application acted**: \`oauth.actor_app.name\` (the group of this alert); from which \`source.ip\`, with which key.
- **What was registered**: \`oauth.app.name\`, \`oauth.app.id\` of the events; keys and permissions that follow.

#### What to do

1. Ask the owner of the application.
2. If it was not planned: disable the application and all that it registered.`,
  evasion: 'The application makes few applications a day.',
  parameters: { applications: 'threshold.cardinality' },
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
