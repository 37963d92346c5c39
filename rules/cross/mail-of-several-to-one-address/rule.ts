import { rule } from '../../lib/rule.ts'

export default rule({
  id: '71607743-d0f0-4a9b-9921-f6689c5d41c8',
  type: 'threshold',
  name: 'Mail of Several Accounts Forwarded to One Address',
  severity: 'high',
  state: 'experimental',
  attack: ['T1114.003'],
  datasets: ['google_workspace.user_accounts', 'google_workspace.login', 'o365.audit'],
  query: `not event.outcome: "failure" and email.to.address: * and saas.mailbox.change: "forwarding_set" and not saas.mail_rule.conditions: *
  and (saas.mailbox.own: true or oauth.account.network_new: true or oauth.account.network_age_hours < 168)`,
  interval: '1h',
  within: '3d',
  threshold: { field: ['email.to.address'], value: 2, cardinality: [{ field: 'saas.mailbox.name', value: 2 }] },
  repeats: { within: '7d' },
  description:
    'Within three days, all mail of two accounts was forwarded to the same address, by the accounts themselves or by somebody in a new network. People forward their own mail to their own address, so a shared address indicates one intruder in several mailboxes. The forwarding continues after a password reset and after the tokens of an application are revoked. The rule requires no history, so a short export is enough.',
  conditions: `- In Google Workspace, two accounts forward their mail to the same address outside the domain.
- In Microsoft 365, two accounts set the same forwarding address (\`ForwardingSmtpAddress\` or \`ForwardingAddress\`), or create inbox rules that forward all mail to the same address. Rules with conditions do not count.
- An administrator forwards two mailboxes to the same address from a network where the administrator never signed in, or within a week of the first sign-in there. In daily work, administrators forward the mail of former employees from known networks.`,
  falsePositives: [
    'Two colleagues forward their mail to the same deputy, or to a ticket system.',
    'A company migrates its mail to another system, and users forward their mail to one address there.',
  ],
  investigation: `- **Address**: \`email.to.address\` (group-by field). Who owns its domain, and since when?
- **Mailboxes and accounts**: \`saas.mailbox.name\`; \`user.email\`, \`source.ip\` of the events; compare the source with the sign-ins of each account.
- **Applications**: clients that changed settings or read mail of these accounts in the same hours (\`app_use\`).`,
  response: `1. Ask each account owner through another channel.
2. If they did not set the address: remove the forwarding and the rules, revoke sessions and grants, and reset the passwords.
3. Search all mailboxes for the same address.`,
  evasion:
    'The attacker forwards each mailbox to a different address, waits for three days between two mailboxes, forwards only messages with certain words, or sets all forwarding addresses with an administrator account in a network that the administrator has used for a week.',
  references: ['https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts'],
})
