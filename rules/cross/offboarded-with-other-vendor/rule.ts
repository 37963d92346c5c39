import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ae83f2a4-8b78-4fe9-bae9-31524ec3ffe2',
  name: 'OAuth Application Active for a User Offboarded in the Other Tenant',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'azure.graphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
    'google_workspace.access_evaluation',
  ],
  omits: { 'gcp.audit': 'There a service account acts as itself, for no account.' },
  language: 'kuery',
  query: `oauth.action: ("app_use" or "app_sign_in" or "consent") and not event.outcome: "failure"
  and oauth.account.linked_status: ("disabled" or "suspended" or "archived" or "deleted")
  and oauth.account.linked_status_age_hours >= 24
  and not oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")
  and not oauth.grant.app_only: true and not oauth.app.first_party: true`,
  description:
    'A person has an account in Microsoft 365 and one in Google Workspace. One of them was disabled, suspended or deleted a day ago or longer; in the name of the other an application still works, or is let in. Off-boarding, or the answer to an incident, has reached one directory only. No log of either vendor shows it, because each knows its own account alone.',
  falsePositives: [
    'A person who moved: the old account was closed on purpose, and the other one is meant to stay.',
    'An account that somebody else took over under the same address.',
  ],
  triage: `#### What to look at

- **Which account has ended, and since when**: \`oauth.account.linked\`, \`oauth.account.linked_status\`, \`oauth.account.linked_status_since\`. A leaver, or an account that was taken over?
- **Which is still open**: \`oauth.account.name\`, \`oauth.account.status\`. Should it be?
- **Which application**: \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.grant.first_seen\`; what it did since then.
- **From where**: \`source.ip\`, \`oauth.activity.network_new\`.

#### What to do

1. Ask the person's manager, or personnel, whether the person has left.
2. If so, end the account here, too, and remove its grants: they outlive it.
3. If the account there was ended because of an incident, treat this one as taken over.`,
  setup:
    'Needs the entity store of the pipeline, the tenants of both vendors in the environment file, and the records that end accounts: the directory records of Microsoft 365 or Entra ID, the admin log of Google Workspace, or inventories of users. Accounts are joined by address; where the addresses differ, by `identities` in the environment file.',
  parameters: { hours: 'oauth.account.linked_status_age_hours >=' },
  version: 2,
  changes: [
    { version: 2, alerts: 'other', what: 'is medium: people keep one of two accounts when they change the unit' },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
