import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f5274bd9-8c13-4e6a-b03f-9d6a1e7c4582',
  name: 'Account Enabled Again and Its Dormant OAuth Application Active',
  severity: 'high',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
  ],
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.account.status: "active" and oauth.account.status_age_hours <= 24
  and oauth.grant.idle_days >= 30`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Google Workspace OAuth Application Active a Day After Its Revocation
    'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
    // OAuth Application Active After a Password Reset
    '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
  ],
  description:
    'An account was enabled again, and within a day an application that had slept for a month or longer works in its name. Its grant had waited all the time: enabling the account enabled the application, too.',
  falsePositives: ['Somebody who comes back from long leave and uses her tools again.'],
  triage: `#### What to look at

- **Who enabled the account and why**: the directory record at \`oauth.account.status_since\`.
- **The application**: \`oauth.app.name\`, \`oauth.grant.first_seen\`, \`oauth.grant.last_used\`.
- **Whether the owner is there**: sign-ins of the account since it came back.

#### What to do

1. If the account was enabled by mistake, or to help somebody who called, disable it again and remove its grants. \`consentry apps contain ID\` prints the commands for either vendor.
2. Ask the help desk who asked for the account, and how that person was recognized.`,
  setup: 'Needs the entity store of the pipeline.',
  parameters: { activeHours: 'oauth.account.status_age_hours <=', idleDays: 'oauth.grant.idle_days >=' },
  version: 5,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail and Keep, too: where the edition does not log API calls, they alone tell what an application does',
    },
    { version: 3, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 5, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
