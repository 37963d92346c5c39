import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
  name: 'Credential or Permission Added to a Dormant OAuth Application',
  severity: 'medium',
  severityByTier: { critical: 'high', high: 'high' },
  attack: ['T1671', 'T1098.001', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `not event.outcome: "failure" and ((oauth.action: "credential_add" and oauth.app.idle_days >= 60)
  or (oauth.action: "app_role_grant" and oauth.grant.tier: ("critical" or "high") and oauth.app.age_days < 1 and oauth.app.credentials >= 1
    and not oauth.app.registered_hours: * and not oauth.actor_app.name: * and oauth.entity_store.baseline_ready: true))`,
  yields: [
    'm365/credential-on-first-party-application',
    'm365/changed-by-outsider',
    'm365/federated-credential-added',
    'm365/critical-application-permission',
    'm365/known-abused-application',
    'm365/exchange-role-to-application',
  ],
  description:
    'A secret or a certificate was added to an application that had been unused for at least two months. The application keeps its permissions, but nobody monitors it, so attackers use it for persistence. The rule also alerts, with high severity, if an old application that no earlier record mentions receives a credential and, on the same day, an application permission for sensitive data: an attacker prepares it for use without a user.',
  falsePositives: [
    'A team resumes a project.',
    'An administrator prepares an application that was registered before the log began.',
  ],
  investigation: `- **Actor**: \`user.email\`; is this person an owner of the application?
- **Permissions of the application**: \`oauth.app.tier_held\`, \`oauth.app.scopes_held\`.
- **Permission of that day**: \`app_role_grant\` with the same \`oauth.app.id\`: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Use of the key**: \`app_sign_in\` with the same \`oauth.credential.id\`.`,
  response: `1. If the owner does not recognize the addition, remove the key (Entra: App registrations > Certificates & secrets), then review the other activity of the account on that day.
2. Disable the application if nobody needs it.`,
  evasion: 'The attacker adds the key to an application in use, or the permission on another day.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { idleDays: 'oauth.app.idle_days >=' },
  tests: { noMatch: [{ scenario: 'cross/dormant-app-stays-so' }, { scenario: 'cross/busy-app-gets-key' }] },
})
