import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7d5b1f3a-2c84-4e60-9b17-a6f0d9c83e52',
  name: 'Entra ID Agent Blueprint Extended',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.app.kind: "agent"
  and (oauth.action: "permission_request" or (oauth.action: "redirect_change" and oauth.redirect.added: *))`,
  yields: ['m365/redirect-to-untrusted-address'],
  description:
    'An agent blueprint requests or passes on more permissions, or receives a new redirect URI. Each agent of a blueprint inherits its permissions without further consent, including agents created later. Other rules cover a new credential or owner of a blueprint, and permissions that a single agent receives.',
  falsePositives: ['The agent’s team extends the blueprint, with a ticket and a release.'],
  investigation: `- **Blueprint**: \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.app.registration_id\`.
- **Change**: \`oauth.policy.setting\`, \`oauth.policy.new\`, \`oauth.grant.scopes_qualified\`, \`oauth.redirect.added\`.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`, and the role that permits the change.
- **Agents of the blueprint**: their sign-ins name the blueprint in \`azure.signinlogs.properties.agent.parentAppId\`.`,
  response: `1. Ask the owner and the sponsor of the blueprint about the change.
2. If they do not recognize the change: remove the inheritable permissions, remove the redirect URI, and disable the agents of the blueprint.
3. Investigate the actor’s account.`,
  evasion: 'The attacker adds a credential to a blueprint that already has the permissions.',
  references: ['https://learn.microsoft.com/en-us/entra/agent-id/agent-service-principals'],
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
