import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1210a4d7-5d50-4458-b2df-82f3b95fb1e7',
  name: 'Entra ID Application Owner Added',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "owner_add" and not oauth.app.registered_hours < 1
  and not (oauth.account.kind: "guest" or oauth.account.status_age_hours <= 168
    or (oauth.owner.kind: "service_principal" and not oauth.actor_app.name: *))`,
  description:
    'Somebody was made an owner of an application or of its service principal. An owner adds secrets and redirect addresses without holding any directory role, and keeps that right unnoticed: ownership shows in no list of privileged roles. It is a quiet way to hold on to a powerful application after the first account is lost. Another rule covers a guest, a new account or another application as the new owner.',
  falsePositives: [
    'A team hands an application over, or adds a second owner, as it should have one.',
    'Provisioning that makes a person owner of what it registered hours before.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`. What may it do: search it for \`app_role_grant\`, \`consent\` and \`role_grant\`? An owner of an application with directory permissions can act with all of them.
- **Who became owner**: \`oauth.owner.name\`, \`oauth.owner.kind\`, \`oauth.account.kind\`. A rarely used account, or one outside the team, deserves an answer at once.
- **Who did it**: \`user.email\` or \`oauth.actor_app.name\`. Did somebody make himself the owner?
- **What followed**: \`credential_add\` and \`redirect_change\` on the same \`oauth.app.id\`, above all by the new owner.

#### What to do

1. Ask the team that runs the application.
2. If nobody knows of it: remove the owner, then look for credentials that were added since and remove them, too.
3. Examine the account that added the owner, and the new owner, as compromised.`,
  evasion: 'The intruder adds the owner within an hour of the registration, or adds a key instead.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/overview-assign-app-owners'],
  noise: { perThousand: 0.15, because: 'Teams hand applications on.' },
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'leaves owners of doubtful standing (guests, accounts of the last week, applications) to a rule of their own',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'leaves out the owners that an application gets within an hour of its registration: the creator is made its owner',
    },
  ],
  tests: {
    match: [
      { sample: 'm365/owner-added' },
      { sample: 'entra/audit-owner-added' },
      { sample: 'm365/owner-added-by-application' },
    ],
    noMatch: [{ sample: 'm365/user-assigned' }, { scenario: 'm365/guest-becomes-owner' }],
  },
})
