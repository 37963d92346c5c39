import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1210a4d7-5d50-4458-b2df-82f3b95fb1e7',
  name: 'Entra ID Application Owner Added',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "owner_add" and not oauth.app.registered_hours < 1
  and not (oauth.act.repeated: true and not oauth.act.network_age_hours: *)
  and not (oauth.account.kind: "guest" or oauth.account.status_age_hours <= 168
    or (oauth.owner.kind: "service_principal" and not oauth.actor_app.name: *))`,
  yields: ['m365/changed-by-outsider'],
  description:
    'An account became an owner of an application or of its service principal. An owner can add secrets and redirect URIs without any directory role, and the right is easy to overlook: no list of privileged roles shows ownership. Attackers use it to keep control of a powerful application after they lose the first account. One alert covers all owners that an account adds from its usual networks. Another rule covers a guest, a new account or an application as the new owner.',
  falsePositives: [
    'A team hands over an application, or adds a recommended second owner.',
    'Provisioning makes a user the owner of their own registration some hours later.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; permissions: \`app_role_grant\`, \`consent\` and \`role_grant\`. An owner can act with all permissions of the application.
- **New owner**: \`oauth.owner.name\`, \`oauth.owner.kind\`, \`oauth.account.kind\`. A rarely used account, or an account outside the team, needs an immediate review.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`. Did an account add itself as owner?
- **Later activity**: \`credential_add\` and \`redirect_change\` on the same \`oauth.app.id\`, especially by the new owner.`,
  response: `1. Ask the team that runs the application.
2. If nobody recognizes the owner: remove the owner, then find and remove credentials added since then.
3. Treat the account that added the owner, and the new owner, as compromised.`,
  evasion:
    'The attacker adds the owner within an hour of the registration, uses an account that added owners before, or adds a key instead.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners'],
  tests: {
    match: [
      { sample: 'm365/owner-added' },
      { sample: 'entra/audit-owner-added' },
      { sample: 'm365/owner-added-by-application' },
    ],
    noMatch: [{ sample: 'm365/user-assigned' }, { scenario: 'm365/guest-becomes-owner' }],
  },
})
