import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd3a91f7c-5e48-4b20-96d8-e0c7b4a2f813',
  name: 'First Use of an Old OAuth Grant',
  severity: 'medium',
  attack: ['T1671', 'T1114.002'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
  ],
  language: 'kuery',
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.grant.age_days >= 30 and oauth.grant.used: false
  and not oauth.grant.app_only: true`,
  description:
    'A grant that was given a month ago or longer is used for the first time. Consent won by phishing is often kept for later, when nobody looks at consents of that day any more.',
  falsePositives: ['Somebody who finally opens a tool that was connected long ago.'],
  triage: `#### What to look at

- **When and by whom it was given**: \`oauth.grant.first_seen\`, \`oauth.grant.granted_by\`.
- **From where it is used**: \`source.ip\`; the application’s own servers, or somewhere else?
- **What is read**: \`oauth.activity.kind\`, \`oauth.activity.items\`, \`oauth.activity.bytes\`.

#### What to do

1. Ask the owner of the account. If she does not know the application, remove the grant and look for others who have it. \`consentry apps contain ID\` prints the commands for either vendor.
2. Look at the days around the consent for the message that led there, and for others who followed it.`,
  setup: 'Needs the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { ageDays: 'oauth.grant.age_days >=' },
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail and Keep, too: where the edition does not log API calls, they alone tell what an application does',
    },
    { version: 3, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
