import { rule } from '../../lib/rule.ts'

export default rule({
  id: '239a74e6-d110-4ba6-95a6-c70948cab079',
  name: 'Entra ID Critical Application Permission Granted',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_role_grant"
  and oauth.grant.tier: "critical" and not oauth.actor_app.self: true`,
  repeats: { within: '1h', by: ['service.id', 'user.email'] },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Exchange Online Management Role Assigned to an Application
    'b9ff1ccd-da72-41d2-bc0a-2f96a54c16a8',
  ],
  description:
    'An application was granted an application permission with which it can take over the tenant or read what everybody has: managing roles, other applications or their permissions, full access to all mailboxes or sites. It acts with it on its own, without a user, a sign-in page or a second factor; whoever holds one of its secrets holds the permission. The grant outlives the account that gave it.',
  falsePositives: [
    'Deployment automation or an identity-governance product that needs such a permission, granted in a planned change. There should be few of these, known by name.',
    'A backup or archiving product at its first set-up (full access to mailboxes or sites).',
  ],
  triage: `#### What to look at

- **Which permission**: \`oauth.grant.scopes\`, on which API: \`oauth.grant.resource.name\`; why it is critical: \`oauth.grant.tier_reason\`.
- **Which application got it**: \`oauth.app.name\`, \`oauth.app.object_id\` (the service principal; the audit record calls the API the target). Who owns it, and where is it registered?
- **Who granted it**: \`user.email\`, or \`oauth.actor_app.name\` when an application did.
- **What else happened to the application**: search \`oauth.app.object_id\` for \`credential_add\`, \`owner_add\` and \`redirect_change\` in the days before and the hours after. New permission plus new secret is the pattern of a taken-over application.
- **What it does since**: \`app_sign_in\` from which networks; role grants, consents and credentials made by it (\`oauth.actor_app.id\`).

#### What to do

1. Confirm with the person who granted it and with the owner of the application, on another channel.
2. If it was not meant: disable sign-in of the service principal, remove the assignment, remove all of its credentials and have the owner make new ones.
3. Undo what it did with the permission: roles, grants, credentials on other applications, mailbox access.
4. Examine the granting account or application as compromised.
5. If it was meant: ask for a narrower permission, or one limited to chosen mailboxes or sites.`,
  evasion:
    'The intruder grants several permissions of a lower tier, or takes over an application that holds a critical one.',
  references: [
    'https://learn.microsoft.com/en-us/graph/permissions-reference',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
  ],
  version: 5,
  changes: [
    { version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'leaves what an application gives to itself to the rule of its own, which is as loud: one act woke people twice',
    },
    {
      version: 4,
      alerts: 'other',
      what: 'is high: the grant of an administrator is one fact, and products for backup and migration ask for the same',
    },
    {
      version: 5,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  tests: {
    match: [
      { sample: 'entra/audit-agent-granted-mail' },
      { sample: 'm365/app-role-grant-critical' },
      { sample: 'entra/audit-app-role-grant-critical' },
    ],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/app-role-grant-low' },
      { sample: 'm365/app-role-grant-by-itself' },
    ],
  },
})
