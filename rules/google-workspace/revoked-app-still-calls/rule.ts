import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
  name: 'Google Workspace OAuth Application Active a Day After Its Revocation',
  severity: 'high',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
  ],
  language: 'kuery',
  query: `oauth.action: "app_use" and oauth.grant.revoked_age_hours >= 24`,
  repeats: { within: '7d', by: ['service.id', 'user.email'] },
  yields: [
    // OAuth Application Active for a Disabled or Deleted Account
    '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
  ],
  description:
    'An application’s access to an account was revoked, and a day later calls with its tokens still appear, with no new authorization between. Either the revocation did not reach all of its tokens, or it has another way in.',
  falsePositives: [
    'An application that also has domain-wide delegation or a domain installation that the entity store does not know of, because it is older than the log.',
  ],
  triage: `#### What to look at

- **When it was revoked and by whom**: \`oauth.grant.revoked\` and the record of that time.
- **What it still does**: \`oauth.activity.method\`, \`oauth.activity.bytes\`, \`source.ip\`.
- **Another way in**: domain-wide delegation and Marketplace installations of the same \`oauth.app.id\`.

#### What to do

1. Block the application in the API controls of the admin console.
2. Remove delegation and installations that nobody needs.`,
  setup: 'Needs the entity store of the pipeline.',
  parameters: { hours: 'oauth.grant.revoked_age_hours >=' },
  requires: ['license:google-enterprise'],
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
      alerts: 'more',
      what: 'alerts on approved applications, too: one that was revoked and works on is no approved use',
    },
    {
      version: 5,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
