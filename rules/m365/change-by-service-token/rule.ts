import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b63a2d92-c909-4a50-acfe-f4a7bbd70df4',
  name: 'Entra ID Account or Role Changed with a Microsoft Service Token',
  severity: 'high',
  attack: ['T1550.001', 'T1098.003', 'T1136.003'],
  datasets: ['azure.auditlogs'],
  query: `event.outcome: "success" and event.action: ("Add user" or "Add member to role" or "Add eligible member to role" or "Reset user password"
    or "Update user")
  and azure.auditlogs.properties.initiated_by.user.displayName: ("Office 365 Exchange Online" or "Office 365 SharePoint Online"
    or "Skype for Business Online" or "Dataverse" or "Microsoft Dynamics ERP")`,
  repeats: { within: '7d', by: ['user.email', 'user.target.email', 'event.action'] },
  description:
    'A Microsoft service impersonated a user, and created or changed an account, or assigned a role. Exchange and other services use actor tokens to change groups for their owners. A user who changes accounts appears under their own name. An attacker with an actor token of the service impersonates any user, without a sign-in and without a source address.',
  falsePositives: ['A Microsoft service updates an account for its user.'],
  investigation: `- **User named as actor**: \`user.email\`; sign-ins of this user at that time. Without a sign-in, the user did not act.
- **Change**: \`event.action\`, \`user.target.email\`, \`oauth.role.name\`.
- **Further changes**: all documents with the same \`azure.auditlogs.properties.initiated_by.user.displayName\` that are not about groups.`,
  response: `1. Ask the user named as actor.
2. If the user did not act: remove the role, disable the new account, and look for credentials that were added to applications.
3. Report the change to Microsoft.`,
  evasion: 'The attacker changes groups, as the service does every day.',
  references: ['https://dirkjanm.io/obtaining-global-admin-in-every-entra-id-tenant-with-actor-tokens/'],
  tests: { match: [], noMatch: [] },
})
