import { rule } from '../../lib/rule.ts'

export default rule({
  id: '7c05e9b8-3d62-4f1a-a4d7-9b8e0f6c2d31',
  name: 'Exchange Online Role over All Mailboxes Given to a Person',
  severity: 'high',
  attack: ['T1098.002', 'T1098.003', 'T1114.002'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and event.action: "New-ManagementRoleAssignment" and not oauth.action: "app_role_grant"
  and o365.audit.Parameters.Role: ("ApplicationImpersonation" or "Mailbox Import Export" or "Mailbox Search" or "MailboxSearchApplication" or Application*)`,
  description:
    'A role of Exchange that opens all mailboxes was given to an account or a group: ApplicationImpersonation acts as every owner, others export and search. With it, one account reads the mail of the organization without a consent and without the permission of an application.',
  falsePositives: ['A migration or an archive is set up. Take the role away when it is done.'],
  triage: `#### What to look at

- **Which role, which account**: \`o365.audit.Parameters.Role\`, \`o365.audit.Parameters.User\`, \`o365.audit.Parameters.SecurityGroup\`.
- **Who gave it, from where**: \`user.email\`, \`source.ip\`.
- **What follows**: \`MailItemsAccessed\` with a \`user.id\` other than the owner of the mailbox.

#### What to do

1. Ask who is in charge of Exchange.
2. If it was not planned: remove the assignment, end the sessions of both accounts, and list the mailboxes that were opened.`,
  evasion: 'The intruder uses a permission of Microsoft Graph instead of a role of Exchange.',
  references: [
    'https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/impersonation-and-ews-in-exchange',
  ],
  state: 'experimental',
  tests: { match: [], noMatch: [{ sample: 'm365/exchange-role-granted-to-application' }] },
})
