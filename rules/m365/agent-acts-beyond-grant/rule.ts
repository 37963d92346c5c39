import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1c9e7a42-6d3f-4b85-8e20-f5b4d7a1c936',
  name: 'Entra ID Agent Used a Token with Ungranted Permissions',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['azure.graphactivitylogs', 'azure.aadgraphactivitylogs'],
  omits: { 'o365.audit': 'It does not contain the permissions of the token.' },
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.app.kind: "agent"
  and not oauth.grant.app_only: true and oauth.grant.scopes_beyond: *`,
  repeats: { within: '7d', by: ['service.id', 'oauth.account.id'] },
  description:
    'An agent called an interface for an account, and its token contained permissions that neither the account nor an administrator granted to the agent. The agent inherits them from its blueprint, or somebody obtained the token by other means.',
  falsePositives: ['A blueprint passes on permissions that an administrator approved.'],
  triage: `#### Investigation

- **The permissions**: \`oauth.grant.scopes_beyond\` of all \`oauth.grant.scopes\`.
- **The agent and the account**: \`oauth.app.name\`, \`oauth.account.id\`.
- **The use**: \`oauth.activity.method\`, \`url.original\`, \`source.ip\`.
- **The blueprint**: changes of its inheritable permissions, credentials and owners in the last weeks.

#### Response

1. Ask the sponsor of the agent whether it needs the permissions.
2. If it does not: withdraw them from the blueprint, and revoke the grants of the agent.
3. List the calls since the first alert.`,
  evasion: 'The intruder uses only permissions that the account granted.',
  references: ['https://learn.microsoft.com/en-us/entra/agent-id/agent-identities'],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
