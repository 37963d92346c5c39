import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
  name: 'OAuth Application Active for a Disabled or Deleted Account',
  severity: 'high',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
    'google_workspace.access_evaluation',
    'consentry.findings',
  ],
  omits: { 'gcp.audit': 'There a service account acts as itself, for no account.' },
  language: 'kuery',
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure"
  and oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")
  and oauth.account.status_age_hours >= 2
  and not oauth.grant.app_only: true and not oauth.app.first_party: true`,
  repeats: { within: '7d', by: ['service.id', 'user.email'] },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'An application works in the name of an account that was disabled, suspended or deleted hours ago. A grant is not ended with the account: whoever holds the application’s tokens keeps the access that the leaver, or the victim, once gave. The audit log of the vendor shows only that mail or files were read; that the account had ended stands in another record, days or months before, or in one that came only after the use: then a finding says so.',
  falsePositives: [
    'A backup, archive or migration tool that is meant to read the data of people who left.',
    'An account that was enabled again by a directory synchronization whose record is not collected.',
  ],
  triage: `#### What to look at

- **Since when the account has ended**: \`oauth.account.status\`, \`oauth.account.status_since\`. Who ended it, and why: a leaver, or the answer to an incident?
- **Which application, and who let it in**: \`oauth.app.name\`, \`oauth.grant.granted_by\`, \`oauth.grant.first_seen\`, \`oauth.app.tier_held\`.
- **When it became known**: a document of \`consentry.findings\` is about a use that was stored before the end of the account was known; \`oauth.finding.events\` has the \`event.id\` of the use.
- **What it took since then**: other \`app_use\` of the same \`oauth.app.id\` and \`oauth.account.name\` after \`oauth.account.status_since\`.
- **From where**: \`source.ip\`; \`oauth.activity.network_new\` says whether the application never came from there before.

#### What to do

1. Remove the grant of this account, or disable the application when nobody else needs it. \`consentry apps contain ID\` prints the commands for either vendor.
2. If the account was ended because of an incident, the answer to it was incomplete: look for other grants of the same account.
3. Make the removal of grants a part of off-boarding.`,
  evasion:
    'The intruder stops using the application before the account is disabled, or uses it under application permissions, which name no account.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/users/users-revoke-access',
    'https://support.google.com/a/answer/6328616',
  ],
  setup:
    'Needs the entity store of the pipeline, and the records that end accounts: the directory records of Microsoft 365 or Entra ID, the admin log of Google Workspace.',
  parameters: { hours: 'oauth.account.status_age_hours >=' },
  version: 5,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail, Keep and of token decisions, too: where the edition does not log API calls, they alone tell what an application does',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'reads findings, too: uses that were stored before the end of their account was known',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 5, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  tests: {
    match: [{ scenario: 'cross/demo-attack' }],
    noMatch: [{ scenario: 'm365/leaver-app-stops' }, { scenario: 'm365/leaver-comes-back' }],
  },
})
