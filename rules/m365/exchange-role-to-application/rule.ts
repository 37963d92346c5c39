import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b9ff1ccd-da72-41d2-bc0a-2f96a54c16a8',
  name: 'Exchange Online Management Role Assigned to an Application',
  severity: 'high',
  attack: ['T1671', 'T1098.002', 'T1114.002'],
  datasets: ['o365.audit'],
  omits: {
    'azure.auditlogs': 'Exchange tells its roles in the unified audit log alone.',
  },
  language: 'kuery',
  query: 'event.outcome: "success" and oauth.action: "app_role_grant" and oauth.role.name: *',
  description:
    'An Exchange management role was assigned to an application. It may then act on the mailboxes of the organization, on all of them where no scope is given, beside everything that the directory says of its permissions: no consent is recorded, and a review of consents does not show it.',
  falsePositives: ['A backup, archive or signature product that is set up with role-based access for applications.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.id\` or \`oauth.app.name\`, as the cmdlet named it.
- **What it may do**: \`oauth.role.name\` and \`oauth.grant.scopes\`.
- **Where**: the parameters of the cmdlet in \`o365.audit.Parameters\`. Without \`CustomResourceScope\` or \`RecipientAdministrativeUnitScope\` it is every mailbox.
- **Who gave it**: \`user.email\`, from \`source.ip\`.
- **What it read since**: \`app_use\` of the same \`oauth.app.id\` on mail.

#### What to do

1. Ask the administrator which product needs it, and for which mailboxes.
2. If there is none: \`Remove-ManagementRoleAssignment\`, disable the service principal, and examine the administrator’s account.
3. If it stays: give it a scope.`,
  references: ['https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/exchange-role-granted-to-application' }],
    noMatch: [{ sample: 'm365/app-role-grant-mail' }],
  },
})
