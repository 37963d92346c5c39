import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
  name: 'OAuth Application Active After a Password Reset',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1114.002'],
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
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.account.signed_in_since_reset: false
  and oauth.account.reset_age_hours >= 2 and oauth.account.reset_age_hours <= 336
  and not oauth.grant.app_only: true and not oauth.app.first_party: true`,
  repeats: { within: '7d', by: ['service.id', 'user.email'] },
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // OAuth Application Active for a Disabled or Deleted Account
    '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
    // Google Workspace OAuth Application Active a Day After Its Revocation
    'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
  ],
  description:
    'The password of an account was reset, or its sessions were revoked, and hours later an application still works in its name while nobody has signed in with the new password. OAuth grants survive a password reset: an incident that ended with a reset alone has left the intruder inside.',
  falsePositives: [
    'A user on leave whose password expired, while a mail or calendar client of hers goes on.',
    'Sign-ins of the account that are not collected: a federated identity provider, or a sign-in log with gaps.',
  ],
  triage: `#### What to look at

- **Why the password was reset**: \`oauth.account.password_reset\`, \`oauth.account.sessions_revoked\`, and who did it (the directory record of that time).
- **Which application**: \`oauth.app.name\`, \`oauth.app.tier_held\`, and when it was let in: \`oauth.grant.first_seen\`. A grant from the days before the reset is suspect.
- **From where it works**: \`source.ip\`, \`oauth.activity.network_new\`.
- **What it took** since the reset: other \`app_use\` of the same application and account.

#### What to do

1. If the reset was the answer to an incident, remove the grants of the account and end its sessions again. \`consentry apps contain ID\` prints the commands for either vendor.
2. Ask the user which applications she uses; keep those, and no others.`,
  evasion: 'The intruder waits until the owner has signed in again after the reset.',
  references: [
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
    'https://support.google.com/a/answer/6328616',
  ],
  setup:
    'Needs the entity store of the pipeline, and sign-ins: where none were ever seen of an account, the rule stays quiet.',
  parameters: { fromHours: 'oauth.account.reset_age_hours >=', toHours: 'oauth.account.reset_age_hours <=' },
  version: 5,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the logs of Calendar, Chat, Drive, Gmail and Keep, too: where the edition does not log API calls, they alone tell what an application does',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'alerts on approved applications, too: whoever was in the account may work through one of them',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    { version: 5, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
