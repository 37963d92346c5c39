import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7d5b1f3a-2c84-4e60-9b17-a6f0d9c83e52',
  name: 'Entra ID Agent Blueprint Extended',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.app.kind: "agent"
  and (oauth.action: "permission_request" or (oauth.action: "redirect_change" and oauth.redirect.added: *))`,
  yields: [
    // Entra ID Application Opened to Other Tenants or to an Untrusted Host
    'a149f2a7-d373-4e61-bcb0-dd30350eff62',
  ],
  description:
    'The blueprint of agents requests or passes on more permissions, or receives a new redirect URI. Each agent of a blueprint inherits its permissions, including agents that are created later, and no further consent is necessary. Other rules report a new credential or owner of a blueprint, and permissions that a single agent receives.',
  falsePositives: ['The team of the agent extends it. The change has a ticket and a release.'],
  triage: `#### Investigation

- **The blueprint**: \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.app.registration_id\`.
- **The change**: \`oauth.policy.setting\`, \`oauth.policy.new\`, \`oauth.grant.scopes_qualified\`, \`oauth.redirect.added\`.
- **The actor**: \`user.email\` or \`oauth.actor_app.name\`, and the role that permits the change.
- **The agents of the blueprint**: their sign-ins name the blueprint in \`azure.signinlogs.properties.agent.parentAppId\`.

#### Response

1. Ask the owner and the sponsor of the blueprint about the change.
2. If they do not know it: withdraw the inheritable permissions, remove the redirect URI, and disable the agents of the blueprint.
3. Examine the account of the actor.`,
  evasion: 'The intruder adds a credential to a blueprint that has the permissions already.',
  references: ['https://learn.microsoft.com/en-us/entra/agent-id/agent-service-principals'],
  version: 2,
  changes: [{ version: 2, alerts: 'other', what: 'yields to preceding rules with changed conditions' }],
  state: 'experimental',
  tests: {
    match: [
      { sample: 'entra/audit-blueprint-permissions-inherited' },
      { sample: 'entra/audit-blueprint-redirect-added' },
    ],
    noMatch: [
      { sample: 'entra/audit-blueprint-permissions-withdrawn' },
      { sample: 'entra/audit-blueprint-credential-added' },
      { sample: 'entra/audit-application-redirect-added' },
    ],
  },
})
