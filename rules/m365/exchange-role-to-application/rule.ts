import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b9ff1ccd-da72-41d2-bc0a-2f96a54c16a8',
  name: 'Exchange Online Role Assigned to an Application, or Mail Flow Changed by an Application',
  severity: 'medium',
  severityByTier: { critical: 'high', low: 'low' },
  attack: ['T1671', 'T1098.002', 'T1114.002', 'T1114.003'],
  datasets: ['o365.audit'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no Exchange settings.',
    'azure.graphactivitylogs': 'Only the unified audit log contains Exchange cmdlets.',
    'azure.auditlogs': 'Only the unified audit log contains Exchange roles.',
  },
  query: `event.outcome: "success" and event.action: *
  and ((oauth.action: "app_role_grant" and oauth.role.name: *
      and not (event.action: "Add-RoleGroupMember" and not oauth.app.id: * and not oauth.app.name: *)
      and not (event.action: (*MailboxPermission or *RecipientPermission or *MailboxFolderPermission)
        and not oauth.act.network_age_hours: *))
    or (oauth.action: "app_use" and oauth.activity.kind: "admin" and not oauth.app.first_party: true
      and (oauth.activity.access: ("write" or "delete") or o365.audit.Parameters.ForwardingSmtpAddress: *@*
        or (o365.audit.Parameters.ForwardingAddress: * and not o365.audit.Parameters.ForwardingAddress: ""))
      and (oauth.app.used_days < 14 or oauth.app.awake_days: * or oauth.activity.network_age_hours: *)))`,
  repeats: { within: '1d', by: ['service.id', 'event.action'] },
  description:
    'An application received an Exchange management role or a right to a mailbox, or used such a role to change the mail flow. With a role, the application may act on all mailboxes of the organization, or on those in the scope of the role. With a right, an application with a permission such as IMAP.AccessAsApp can read or send mail as that mailbox. Roles and rights add to the directory permissions of the application, create no consent record, and do not appear in a consent review.',
  conditions: `- An application receives an Exchange management role.
- An application becomes a member of a role group. The member counts only if the log names it as an application, because Exchange identifies people the same way.
- An administrator grants an application a right to a mailbox within a week of the first sign-in from a network. In daily work, administrators grant rights from known networks.
- An application changes or removes a connector, a transport or journal rule, a remote domain, a mail filter or mailbox forwarding in its first two weeks, or in the two weeks after its return. Attackers register an application, make it an Exchange administrator, and create a connector that delivers spoofed mail.
- An application makes such a change to the mail flow from a network that it first used in the last week.
- Does not alert on a runbook that has worked for months from the same network.`,
  falsePositives: [
    'Setup of a backup, archive or signature product with role-based access for applications.',
    'A new mail filter or migration product sets up its connectors.',
    'An administrator who travels sets up a ticket system or fax gateway that reads its own mailboxes through IMAP.',
  ],
  investigation: `- **Application**: \`oauth.app.id\` or \`oauth.app.name\`, as named in the cmdlet. A cmdlet may list several members: \`oauth.app.object_id\` is the first, and \`o365.audit.Parameters.Members\` contains all.
- **Permissions**: \`oauth.role.name\` and \`oauth.grant.scopes\`.
- **Mailbox**, if the grant is a right: \`oauth.account.name\` or the parameter \`Identity\`. Does its owner know the application?
- **Scope**: the parameters of the cmdlet in \`o365.audit.Parameters\`. Without \`CustomResourceScope\` or \`RecipientAdministrativeUnitScope\`, the role covers every mailbox, and \`oauth.grant.breadth\` is \`tenant\`.
- **Mail flow**: \`event.action\` and \`o365.audit.Parameters\`: sender addresses and domains of a connector, actions of a rule (\`saas.mail_rule.actions\`).
- **Granting account**: \`user.email\`, from \`source.ip\`.
- **Data read since then**: \`app_use\` with the same \`oauth.app.id\` on mail.`,
  response: `1. Ask the administrator which product needs the role, and for which mailboxes.
2. If there is none: run \`Remove-ManagementRoleAssignment\` or \`Remove-MailboxPermission\`, disable the service principal, and investigate the administrator’s account.
3. Remove its connectors, rules and forwarding addresses, and trace the mail that passed through them.
4. If the role is needed, limit its scope.`,
  references: [
    'https://learn.microsoft.com/en-us/exchange/permissions-exo/application-rbac',
    'https://www.microsoft.com/en-us/security/blog/2022/09/22/malicious-oauth-applications-used-to-compromise-email-servers-and-spread-spam/',
  ],
  evasion:
    'The attacker adds the role to a group that already contains the service principal, grants rights to single mailboxes from a known network, or uses an application for two weeks before it changes the mail flow.',
  tests: {
    match: [
      { sample: 'm365/exchange-role-granted-to-application' },
      { sample: 'm365/exchange-role-with-scope-granted-to-application' },
    ],
    noMatch: [{ sample: 'm365/app-role-grant-mail' }],
  },
})
