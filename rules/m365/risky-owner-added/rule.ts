import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1f0b8f6a-5c18-49da-b84f-42a504af2906',
  name: 'Entra ID Risky Owner Added to an Application',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "owner_add"
  and (oauth.account.kind: "guest" or oauth.account.status_age_hours <= 168
    or (oauth.owner.kind: "service_principal" and not oauth.actor_app.name: *))`,
  description:
    'The new owner of an application is a guest, an account made or enabled again within the last week, or another application that somebody put there by hand. An owner adds keys and redirect addresses without any role. An intruder puts an account that he controls there, and that is seldom one with a long history. Another rule covers other new owners.',
  falsePositives: [
    'A new colleague takes an application over in the first days.',
    'A supplier’s guest account looks after the application that the supplier built.',
    'An administrator gives a pipeline the ownership of what it deploys.',
  ],
  triage: `#### What to look at

- **Who became owner**: \`oauth.owner.name\`, \`oauth.owner.kind\`. What is doubtful: \`oauth.account.kind\` (guest), \`oauth.account.status_since\` (when it was made or enabled again).
- **Who put it there**: \`user.email\` or \`oauth.actor_app.name\`, from \`source.ip\`. The same account that invited or created the owner?
- **What the application may do**: \`oauth.app.name\`, \`oauth.app.tier_held\`. With permissions over the directory, its owner has them, too.
- **What followed**: \`credential_add\` and \`redirect_change\` on the same \`oauth.app.id\`.

#### What to do

1. Ask the team that runs the application, not the new owner.
2. If nobody knows of it: remove the owner (App registrations, Owners; or Enterprise applications, Owners), then every credential that was added since.
3. Disable the new owner’s account, and examine the one that put it there as compromised.`,
  setup:
    'Guests and applications are told by the record; when an account was made or enabled again, by the entity store of the pipeline.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: guests and new colleagues become owners in projects, and an owner has done nothing yet',
    },
  ],
  state: 'experimental',
  tests: {
    match: [{ scenario: 'm365/guest-becomes-owner' }, { sample: 'm365/owner-added-application' }],
    noMatch: [{ sample: 'm365/owner-added' }, { sample: 'm365/owner-added-by-application' }],
  },
})
