import { rule } from '../../lib/rule.ts'

export default rule({
  id: '628801e0-5763-4040-9a20-f9050da84670',
  name: 'Exchange Online Application Access Policy Removed',
  severity: 'medium',
  attack: ['T1671', 'T1098.002', 'T1114.002'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: 'event.outcome: "success" and event.action: "Remove-ApplicationAccessPolicy"',
  description:
    'An application access policy was removed in Exchange. Such a policy keeps an application with permissions over all mail to a group of mailboxes. Without it, the permission opens every mailbox of the organization: nothing is granted, no consent is recorded, and the application looks as before.',
  falsePositives: [
    'The policy is replaced by roles for applications (`New-ManagementRoleAssignment -App`), as Microsoft recommends; the role then has a scope.',
    'The application was removed, and its policy with it.',
  ],
  triage: `#### What to look at

- **Which policy**: \`o365.audit.Parameters.Identity\`: tenant, application and group; the second GUID is the application’s \`oauth.app.id\`.
- **What the application may do without it**: \`app_role_grant\` with that \`oauth.app.id\`; in Entra under Enterprise applications, Permissions.
- **Who removed it**: \`user.email\`, from \`source.ip\`.
- **What it read since**: \`app_use\` of that \`oauth.app.id\`, above all of accounts (\`oauth.account.name\`) that it never touched before.

#### What to do

1. Ask the administrator what takes its place.
2. If nothing does: set it again (\`New-ApplicationAccessPolicy -AccessRight RestrictAccess\`), and see which mailboxes were read meanwhile.
3. If it was not meant: renew the keys of the application, and examine the administrator’s account.`,
  references: ['https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: the removed policy alone does not show that an application uses the wider access',
    },
  ],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/application-access-policy-removed' }],
    noMatch: [{ sample: 'm365/exchange-role-granted-to-application' }],
  },
})
