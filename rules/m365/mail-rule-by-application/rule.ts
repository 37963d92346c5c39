import { rule } from '../../lib/rule.ts'

export default rule({
  id: '910985a2-9cd0-405e-83b8-764f155966ad',
  name: 'Exchange Online Inbox Rule Changed by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1114.003', 'T1137.005'],
  datasets: ['o365.audit', 'azure.graphactivitylogs'],
  omits: { 'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.' },
  language: 'kuery',
  query: `oauth.action: "app_use" and not oauth.app.first_party: true
  and ((oauth.activity.method: *messageRules* and oauth.activity.access: ("write" or "delete") and http.response.status_code < 300)
    or (event.action: (*-InboxRule or "UpdateInboxRules") and event.outcome: "success"))`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // OAuth Application Active for a Disabled or Deleted Account
    '0d9b4c52-6a1f-4b7e-9c38-5e2f7a1d8b60',
    // OAuth Application Active After a Password Reset
    '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
    // Account Enabled Again and Its Dormant OAuth Application Active
    'f5274bd9-8c13-4e6a-b03f-9d6a1e7c4582',
  ],
  description:
    'An application that is not Microsoft’s own created, changed or deleted a mailbox rule. Rules that forward, hide or delete mail are how payment fraud keeps its victims from seeing the answers; made by an application they need no sign-in of the user and outlast a new password.',
  falsePositives: [
    'A mail client or help-desk product that offers rules to its users.',
    'A migration that brings rules along.',
  ],
  triage: `#### What to look at

- **Whose mailbox**: \`oauth.account.name\`; in a record of Microsoft Graph \`oauth.account.id\`, or the id in \`url.path\`.
- **Which application**: \`oauth.app.id\`, \`oauth.grant.scopes\`; does the mailbox owner know it?
- **The rule**: \`saas.mail_rule.conditions\`, \`saas.mail_rule.actions\` and \`saas.mail_rule.forward_to\` in the unified audit log; a record of Microsoft Graph does not tell it, so look at the rules of the mailbox now (\`Get-InboxRule -IncludeHidden\`): forwarding, moving to RSS or archive folders, deleting on words like invoice.
- **Since when**: the consent to the same \`oauth.app.id\`, and \`app_use\` on mail by it; messages it sent.

#### What to do

1. Ask the mailbox owner.
2. If it was not meant: remove the rule, revoke the grant of the application, end sessions, and search other mailboxes for calls by the same application.`,
  references: ['https://learn.microsoft.com/en-us/graph/api/mailfolder-post-messagerules'],
  noise: { perThousand: 0.1, because: 'Mail clients keep the rules that their users make.' },
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'reads the unified audit log, too: it tells the changed rule itself, and needs no activity log of Microsoft Graph. Where both are fed in, a change can raise one alert from each.',
    },
    {
      version: 3,
      alerts: 'other',
      what: 'is medium: mail clients keep the rules of their users through the same calls',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
  ],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/inbox-rules-updated-by-app' }, { sample: 'entra/graph-user-adds-mail-rule' }],
    noMatch: [
      { sample: 'm365/inbox-rules-updated-in-outlook' },
      { sample: 'm365/mail-sent-by-app' },
      { sample: 'entra/graph-user-lists-mail' },
    ],
  },
})
