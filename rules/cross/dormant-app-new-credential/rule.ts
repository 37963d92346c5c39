import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
  name: 'Credential Added to a Dormant OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `oauth.action: "credential_add" and not event.outcome: "failure" and oauth.app.idle_days >= 60`,
  yields: ['m365/credential-on-first-party-application', 'm365/changed-by-outsider', 'm365/federated-credential-added'],
  description:
    'A secret or a certificate was added to an application that had been unused for at least two months. The application keeps its permissions, but nobody monitors it, so attackers use it for persistence.',
  falsePositives: ['A team resumes a project.'],
  investigation: `- **Actor**: \`user.email\`; is this person an owner of the application?
- **Permissions of the application**: \`oauth.app.tier_held\`, \`oauth.app.scopes_held\`.
- **Use of the key**: \`app_sign_in\` with the same \`oauth.credential.id\`.`,
  response: `1. If the owner does not recognize the addition, remove the key (Entra: App registrations > Certificates & secrets), then review the other activity of the account on that day.
2. Disable the application if nobody needs it.`,
  evasion: 'The attacker adds the key to an application in use.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { idleDays: 'oauth.app.idle_days >=' },
  tests: { noMatch: [{ scenario: 'cross/dormant-app-stays-so' }, { scenario: 'cross/busy-app-gets-key' }] },
})
