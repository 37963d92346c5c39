import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c6b0f2d7-4e18-49a5-9f73-2a8d5c1e7b34',
  name: 'OAuth Application Granted Access Again Within a Week of Its Removal',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  language: 'kuery',
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.grant.revoked_age_hours <= 168
  and (oauth.grant.tier: ("critical" or "high" or "medium") or oauth.app.tier_held: ("critical" or "high" or "medium")) and not oauth.app.first_party: true`,
  description:
    'A grant was removed, or the whole application was deleted, and days later the same account or administrator consents to the same application again. Whoever holds the session or the persuasion that won the first consent can win it again: the containment is undone.',
  falsePositives: [
    'A user who removed an add-on and changed her mind.',
    'An administrator who removes and adds an application to correct it.',
  ],
  triage: `#### What to look at

- **Who removed it and why**: \`oauth.grant.revoked\`, and the record of that time.
- **Who let it in again**: \`user.email\`, from where, and with which sign-in before.
- **What it got this time**: \`oauth.grant.scopes\`, \`oauth.grant.scopes_new\`.

#### What to do

1. If the removal was a response to an incident, remove it again, block the application for the tenant, and treat the consenting account as still in other hands. \`consentry apps contain ID\` prints the commands for either vendor.
2. If it is wanted, note the approval in the environment file.`,
  setup: 'Needs the entity store of the pipeline.',
  parameters: { hours: 'oauth.grant.revoked_age_hours <=' },
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'leaves out applications that never had more than a plain sign-in: people tidy up and sign in again',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'alerts on approved applications, too: an approval may stand in the file after its application was removed as taken over',
    },
    { version: 4, alerts: 'other', what: 'is medium: users connect a removed tool again because they miss it' },
  ],
  state: 'experimental',
  tests: {
    match: [{ scenario: 'm365/removed-app-comes-back' }],
    noMatch: [{ scenario: 'm365/grant-replaced' }, { scenario: 'google-workspace/authorized-again' }],
  },
})
