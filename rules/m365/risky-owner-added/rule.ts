import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1f0b8f6a-5c18-49da-b84f-42a504af2906',
  name: 'Entra ID Risky Owner Added to an Application',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "owner_add"
  and (oauth.account.kind: "guest" or oauth.account.status_age_hours <= 168
    or (oauth.owner.kind: "service_principal" and not oauth.actor_app.name: *))`,
  description:
    'The new owner of an application is a guest, an account created or enabled within the last week, or another application added by hand. An owner can add keys and redirect URIs without a role. Attackers add an account that they control, which rarely has a long history. Another rule covers other new owners.',
  falsePositives: [
    'A new colleague takes over an application in the first days.',
    'A supplier’s guest account maintains the application that the supplier built.',
    'An administrator makes a pipeline the owner of the applications that it deploys.',
  ],
  investigation: `- **New owner**: \`oauth.owner.name\`, \`oauth.owner.kind\`. Risk indicators: \`oauth.account.kind\` (guest), \`oauth.account.status_since\` (time of creation or enablement).
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`, from \`source.ip\`. Did the same account invite or create the owner?
- **Permissions of the application**: \`oauth.app.name\`, \`oauth.app.tier_held\`. The owner can use all these permissions.
- **Later activity**: \`credential_add\` and \`redirect_change\` on the same \`oauth.app.id\`.`,
  response: `1. Ask the team that runs the application, not the new owner.
2. If nobody recognizes the owner: remove it (App registrations > Owners, or Enterprise applications > Owners), then every credential added since then.
3. Disable the new owner’s account, and treat the actor as compromised.`,
  evasion: 'The attacker adds a member account that is older than a week, which another rule covers.',
  setup:
    'The record shows guests and applications; the entity store of the pipeline supplies the time when an account was created or enabled.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners'],
  state: 'experimental',
  tests: {
    match: [{ scenario: 'm365/guest-becomes-owner' }, { sample: 'm365/owner-added-application' }],
    noMatch: [{ sample: 'm365/owner-added' }, { sample: 'm365/owner-added-by-application' }],
  },
})
