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
    'An Exchange application access policy was removed. Such a policy limits an application with permissions for all mail to a group of mailboxes. Without it, the permission covers every mailbox of the organization, without a new grant or consent record.',
  falsePositives: [
    'Roles for applications (`New-ManagementRoleAssignment -App`) replace the policy, as Microsoft recommends; the role then has a scope.',
    'The application and its policy were removed together.',
  ],
  triage: `#### Investigation

- **Application and policy**: \`oauth.app.id\`; the permitted mailbox group is in \`o365.audit.Parameters.Identity\`.
- **Remaining permissions**: \`app_role_grant\` with that \`oauth.app.id\`; in Entra under Enterprise applications > Permissions.
- **Actor**: \`user.email\`, from \`source.ip\`.
- **Data read since then**: \`app_use\` of that \`oauth.app.id\`, especially on accounts (\`oauth.account.name\`) that are new to the application.

#### Response

1. Ask the administrator about the replacement.
2. If there is none: create the policy again (\`New-ApplicationAccessPolicy -AccessRight RestrictAccess\`), and check which mailboxes were read in between.
3. If the change was not intended: rotate the keys of the application, and investigate the administrator’s account.`,
  references: ['https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac'],
  evasion: 'The attacker adds a mailbox to the group of the policy.',
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'severity is medium: the removed policy does not prove that an application uses the wider access',
    },
    {
      version: 3,
      alerts: 'other',
      what: 'names the application of the policy instead of the shell of the administrator, so that this alert joins the other alerts on the application; enabled by default',
    },
  ],
  state: 'deprecated',
  successor: '0ad7d717-a696-421a-89d9-6f7439047841',
  tests: {
    match: [{ sample: 'm365/application-access-policy-removed' }],
    noMatch: [{ sample: 'm365/exchange-role-granted-to-application' }],
  },
})
