import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3c7f5a18-9d24-4e6b-b0a1-58e2d96c7f43',
  name: 'Entra ID Directory Changed by an Outsider, an Agent or a Microsoft Service Token',
  severity: 'high',
  attack: ['T1671', 'T1098.001', 'T1098.003', 'T1136.003', 'T1199', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and ((oauth.act.other_tenant: true and not oauth.act.duplicate: true and (oauth.action: "credential_add"
    or (oauth.role.tier: ("critical" or "high") and event.action: (Add* or Restore*) and not oauth.role.activated: true)
    or (oauth.role.group: * and (oauth.role.tier: ("critical" or "high") or (oauth.role.tier: "medium" and oauth.app.object_id: *))
      and event.action: Add*)))
  or (azure.auditlogs.properties.initiated_by.app.agentType: agent* and oauth.action: ("credential_add" or "owner_add")
    and not oauth.actor_app.self: true and not oauth.app.kind: "agent")
  or (azure.auditlogs.properties.initiated_by.user.displayName: ("Office 365 Exchange Online" or "Office 365 SharePoint Online"
      or "Skype for Business Online" or "Dataverse" or "Microsoft Dynamics ERP")
    and event.action: ("Add user" or "Add member to role" or "Add eligible member to role" or "Reset user password" or "Update user")))`,
  yields: ['m365/credential-on-first-party-application'],
  description:
    'An account of another tenant (a guest, a synchronized account or an administrator of a partner) added a secret or certificate to an application, or made a person or an application an administrator. The password and the second factor of the account belong to that tenant, and the administrators of that tenant control both. With the credential or the new administrator, they keep their access even after the account is removed from this tenant. The rule also covers directory changes by an AI agent and by a Microsoft service on behalf of a user.',
  conditions: `- An account of another tenant adds a secret or certificate to an application.
- The names of guests and synchronized accounts contain #EXT#. Administrators of a partner (granular delegated administration, tenant governance) appear as user_ with their object ID, and their display name ends with Technician. They have no account in this tenant.
- An account of another tenant directly makes a person or an application an administrator. For an application, a read-only role such as Global Reader is enough.
- An account of another tenant makes a person or an application an administrator through a group. The pipeline tracks the roles that a group received, and membership or ownership of the group confers them.
- An AI agent adds a credential or an owner to an application that is not an agent. An agent inherits the permissions of its blueprint without consent, and such a change gives its operator lasting access outside the agent.
- A Microsoft service, on behalf of a user, creates or changes an account, resets a password, or assigns a role. A user who makes such a change normally appears under their own name. Exchange and other services use actor tokens to change groups for their owners, but an attacker with an actor token of the service impersonates any user, without a sign-in and without a source address.`,
  falsePositives: [
    'A service provider operates the application with guest accounts or delegated administration.',
    'An agent that administrators use rotates a secret in a reviewed task.',
    'A Microsoft service updates an account for its user.',
  ],
  investigation: `- **Agent**: \`oauth.actor_app.name\`; the consent to its blueprint, and the request that it followed.
- **Account**: \`user.email\`; when was it created (\`Add user\`, \`Invite external user\`), and by which account? A partner’s administrator has only \`user.name\` and \`user.id\`: which partner, and which relationship? Its roles and ownerships: \`role_grant\`, \`owner_add\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; permissions: \`app_role_grant\` and \`consent\` of the same application.
- **New credential**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.end\`.
- **Microsoft service**: sign-ins of the user in \`user.email\` at that time. Without a sign-in, the user did not act. Find all changes with the same \`azure.auditlogs.properties.initiated_by.user.displayName\` that do not concern groups.
- **Use**: \`app_sign_in\` of the application with \`oauth.credential.id\`, from which network?`,
  response: `1. Ask the owner of the application, and the sponsor of the guest.
2. If nobody recognizes the change: undo it, disable the account, and remove the trust in the tenant of the account, or end the relationship with the partner.
3. If a Microsoft service acted for a user who denies the change: remove the role, disable the new account, and report the change to Microsoft.
4. Review the activity of the application since the credential was added.`,
  evasion:
    'The attacker first creates an account in this tenant, has an agent make the change with the token of a person, or changes groups with a service token, as the service does every day.',
  references: [
    'https://learn.microsoft.com/en-us/entra/external-id/user-properties',
    'https://learn.microsoft.com/en-us/entra/id-governance/tenant-governance/how-to-monitor-governing-activity',
    'https://learn.microsoft.com/en-us/entra/agent-id/identity-professional/sign-in-audit-logs-agents',
    'https://dirkjanm.io/obtaining-global-admin-in-every-entra-id-tenant-with-actor-tokens/',
  ],
  tests: { noMatch: [{ sample: 'm365/credential-secret-added' }, { sample: 'entra/audit-credential-secret-added' }] },
})
