import { rule } from '../../lib/rule.ts'

export default rule({
  id: '49f2cef8-78ec-4ade-89ac-65e3231b6ea1',
  name: 'Entra ID Service Principal Granted a Permission to Another Application',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "app_role_grant" and oauth.actor_app.name: *
  and oauth.grant.tier: ("high" or "medium") and not oauth.actor_app.self: true and not oauth.app.first_party: true
  and not oauth.act.routine: true`,
  yields: ['m365/known-abused-application', 'm365/exchange-role-to-application'],
  description:
    'An application, signed in as itself, granted a permission to another application. An attacker with the key of an application that may grant permissions prepares a second application this way: the first application looks unchanged, and the access survives the loss of its key. Other rules cover critical permissions and permissions that an application grants to itself.',
  falsePositives: [
    'Infrastructure as code (Terraform, Bicep) or a deployment pipeline grants the permissions of a change, always through the same known application.',
  ],
  investigation: `- **Granting application**: \`oauth.actor_app.name\` (the Entra log contains only the name; the unified audit log also has \`oauth.actor_app.id\`). Is it a pipeline with this purpose?
- **Credential and source**: \`app_sign_in\` of that application just before: \`oauth.credential.id\`, \`source.ip\`, \`oauth.activity.network_new\`. Was the key added recently (\`credential_add\`)?
- **Receiving application and permission**: \`oauth.app.name\`, \`oauth.grant.scopes\` on \`oauth.grant.resource.name\`, \`oauth.grant.tier_reason\`.
- **Activity of the second application**: \`app_sign_in\` and \`app_use\` of its \`oauth.app.id\`.`,
  response: `1. Compare with the pipeline run or the change request.
2. If there is none: disable sign-in for both service principals, remove the assignment, and remove the keys of the granting application.
3. Look for all other activity of the granting application: \`oauth.actor_app.id\` in all datasets.`,
  evasion: 'The application creates a delegated grant for all users instead of an application permission.',
  references: ['https://learn.microsoft.com/en-us/graph/permissions-grant-via-msgraph'],
  state: 'experimental',
  tests: {
    match: [{ scenario: 'm365/application-grants-to-another' }],
    noMatch: [{ scenario: 'm365/calendars-opened-to-application' }, { sample: 'm365/app-role-grant-by-itself' }],
  },
})
