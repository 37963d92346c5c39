import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7c05e9b8-3d62-4f1a-a4d7-9b8e0f6c2d31',
  name: 'Exchange Online Role for All Mailboxes Assigned to a User',
  severity: 'medium',
  attack: ['T1098.002', 'T1098.003', 'T1114.002'],
  datasets: ['o365.audit'],
  query: `event.outcome: "success" and not oauth.action: "app_role_grant"
  and ((event.action: "New-ManagementRoleAssignment"
      and o365.audit.Parameters.Role: ("Mailbox Import Export" or "Mailbox Search" or "MailboxSearchApplication" or Application*))
    or (event.action: "New-RoleGroup" and o365.audit.Parameters.Roles: (*ApplicationImpersonation* or *Mailbox*Import* or *Mailbox*Search*)))`,
  description:
    'An account or a group received an Exchange role for all mailboxes, or a new role group contains such a role: ApplicationImpersonation impersonates every mailbox owner; other roles export and search. With such a role, one account reads the mail of the whole organization without a consent and without an application permission.',
  falsePositives: ['Setup of a migration or an archive. Remove the role afterwards.'],
  investigation: `- **Role and account**: \`o365.audit.Parameters.Role\` or, of a role group, \`o365.audit.Parameters.Roles\` and \`o365.audit.Parameters.Members\`; \`o365.audit.Parameters.User\`, \`o365.audit.Parameters.SecurityGroup\`.
- **Granting account and source**: \`user.email\`, \`source.ip\`.
- **Later activity**: \`MailItemsAccessed\` with a \`user.id\` other than the owner of the mailbox.`,
  response: `1. Ask the Exchange administrators.
2. If the assignment was not planned: remove it, revoke the sessions of both accounts, and list the opened mailboxes.`,
  evasion: 'The attacker uses a Microsoft Graph permission instead of an Exchange role.',
  references: [
    'https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/impersonation-and-ews-in-exchange',
  ],
  state: 'experimental',
  tests: { match: [], noMatch: [{ sample: 'm365/exchange-role-granted-to-application' }] },
})
