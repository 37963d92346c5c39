import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1c9e7a42-6d3f-4b85-8e20-f5b4d7a1c936',
  name: 'Entra ID Agent Token Used with Ungranted Permissions',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['azure.graphactivitylogs', 'azure.aadgraphactivitylogs'],
  omits: { 'o365.audit': 'It does not contain the permissions of the token.' },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.app.kind: "agent"
  and not oauth.grant.app_only: true and oauth.grant.scopes_beyond: *`,
  repeats: { within: '7d', by: ['service.id', 'oauth.account.id'] },
  description:
    'An agent called an API for an account with a token that contained permissions that neither the account nor an administrator granted. The agent inherits the permissions from its blueprint, or someone obtained the token by other means.',
  falsePositives: ['A blueprint passes on permissions that an administrator approved.'],
  investigation: `- **Permissions**: \`oauth.grant.scopes_beyond\` among all \`oauth.grant.scopes\`.
- **Agent and account**: \`oauth.app.name\`, \`oauth.account.id\`.
- **Use**: \`oauth.activity.method\`, \`url.original\`, \`source.ip\`.
- **Blueprint**: changes to its inheritable permissions, credentials and owners in the preceding weeks.`,
  response: `1. Ask the sponsor of the agent whether it needs the permissions.
2. If not: remove the permissions from the blueprint, and revoke the grants of the agent.
3. List the calls since the first alert.`,
  evasion: 'The attacker uses only permissions that the account granted.',
  references: ['https://learn.microsoft.com/en-us/entra/agent-id/agent-identities'],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
