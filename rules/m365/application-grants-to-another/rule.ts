import { rule } from '../../lib/rule.ts'

export default rule({
  id: '49f2cef8-78ec-4ade-89ac-65e3231b6ea1',
  name: 'Entra ID Service Principal Granted a Permission to Another Application',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_role_grant" and oauth.actor_app.name: *
  and oauth.grant.tier: ("high" or "medium") and not oauth.actor_app.self: true and not oauth.app.first_party: true`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Exchange Online Management Role Assigned to an Application
    'b9ff1ccd-da72-41d2-bc0a-2f96a54c16a8',
  ],
  description:
    'An application, signed in as itself, gave another application a permission. Whoever holds a key of an application that may grant permissions arms a second one, so that the first looks untouched and the way in survives the loss of its key. A permission that is critical, and one that an application gives to itself, have rules of their own.',
  falsePositives: [
    'Infrastructure as code (Terraform, Bicep) or a deployment pipeline that grants what a change asks for. It is always the same one, known by name.',
  ],
  triage: `#### What to look at

- **Which application granted**: \`oauth.actor_app.name\` (Entra’s own log has no more; the unified audit log \`oauth.actor_app.id\`, too). Is it a pipeline that does this as its work?
- **With which key, from where**: \`app_sign_in\` of that application just before: \`oauth.credential.id\`, \`source.ip\`, \`oauth.activity.network_new\`. Was the key added lately (\`credential_add\`)?
- **Which application got what**: \`oauth.app.name\`, \`oauth.grant.scopes\` on \`oauth.grant.resource.name\`, \`oauth.grant.tier_reason\`.
- **What the second one did since**: \`app_sign_in\` and \`app_use\` of its \`oauth.app.id\`.

#### What to do

1. Compare with the run of the pipeline or the change that it belongs to.
2. If there is none: disable sign-in of both service principals, remove the assignment, and remove the keys of the first one.
3. Look for everything else that the first did: \`oauth.actor_app.id\` in all datasets.`,
  references: ['https://learn.microsoft.com/en-us/graph/permissions-grant-via-msgraph'],
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: deployment automation grants permissions to applications, too; the critical tier has an alert of high severity',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  state: 'experimental',
  tests: {
    match: [{ scenario: 'm365/application-grants-to-another' }],
    noMatch: [{ scenario: 'm365/calendars-opened-to-application' }, { sample: 'm365/app-role-grant-by-itself' }],
  },
})
