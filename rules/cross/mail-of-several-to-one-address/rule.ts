import { rule } from '../../lib/rule.ts'

export default rule({
  id: '71607743-d0f0-4a9b-9921-f6689c5d41c8',
  type: 'threshold',
  name: 'Mail of Several Accounts Forwarded to One Address',
  severity: 'high',
  state: 'experimental',
  attack: ['T1114.003'],
  datasets: ['google_workspace.user_accounts', 'google_workspace.login', 'o365.audit'],
  query: `not event.outcome: "failure" and email.to.address: * and (event.action: "email_forwarding_out_of_domain"
  or (event.action: "Set-Mailbox" and o365.audit.Parameters.ForwardingSmtpAddress: *)
  or (event.action: ("New-InboxRule" or "Set-InboxRule" or "UpdateInboxRules") and saas.mail_rule.forward_to: * and not saas.mail_rule.conditions: *))`,
  interval: '1h',
  within: '3d',
  threshold: { field: ['email.to.address'], value: 2, cardinality: [{ field: 'user.email', value: 2 }] },
  repeats: { within: '7d' },
  description:
    'Within three days, two accounts began to forward all their mail to the same address. People forward their own mail to their own address, so a shared address indicates one intruder in several mailboxes. The forwarding continues after a password reset and after the tokens of an application are revoked. The rule requires no history, so a short export is enough.',
  conditions: `- In Google Workspace, two accounts forward their mail to the same address outside the domain.
- In Microsoft 365, two accounts set the same forwarding address (\`ForwardingSmtpAddress\`), or create inbox rules that forward all mail to the same address. Rules with conditions do not count.`,
  falsePositives: [
    'Two colleagues forward their mail to the same deputy, or to a ticket system.',
    'A company migrates its mail to another system, and users forward their mail to one address there.',
  ],
  investigation: `- **Address**: \`email.to.address\` (group-by field). Who owns its domain, and since when?
- **Accounts**: \`user.email\`, \`source.ip\` of the events; compare the source with the sign-ins of each account.
- **Applications**: clients that changed settings or read mail of these accounts in the same hours (\`app_use\`).`,
  response: `1. Ask each account owner through another channel.
2. If they did not set the address: remove the forwarding and the rules, revoke sessions and grants, and reset the passwords.
3. Search all mailboxes for the same address.`,
  evasion:
    'The attacker forwards each mailbox to a different address, waits for three days between two mailboxes, forwards only messages with certain words, or sets all forwarding addresses with one administrator account.',
  references: ['https://developers.google.com/workspace/admin/reports/v1/appendix/activity/user-accounts'],
})
