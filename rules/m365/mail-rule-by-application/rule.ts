import { rule } from '../../lib/rule.ts'

export default rule({
  id: '910985a2-9cd0-405e-83b8-764f155966ad',
  name: 'Exchange Online Inbox Rule Changed by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1114.003', 'T1137.005'],
  datasets: ['o365.audit', 'azure.graphactivitylogs'],
  omits: { 'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.' },
  query: `oauth.action: "app_use" and not oauth.app.first_party: true
  and ((oauth.activity.method: *messageRules* and oauth.activity.access: ("write" or "delete") and http.response.status_code < 300)
    or (event.action: (*-InboxRule or "UpdateInboxRules") and event.outcome: "success"))`,
  yields: [
    'm365/mail-rule-hides-messages',
    'm365/known-abused-application',
    'cross/app-active-for-ended-account',
    'cross/grant-survives-reset',
    'cross/sleeper-returns-with-account',
  ],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'Leaves uses minutes after a reset to the rule on applications that are active after a password reset.',
    },
  ],
  description:
    'A third-party application created, changed or deleted an inbox rule. In business email compromise, rules that forward, hide or delete mail keep the victims from seeing the replies. An application creates such rules without a user sign-in, and they survive a password change.',
  falsePositives: [
    'A mail client or help desk product offers rules to its users.',
    'A migration transfers existing rules.',
  ],
  investigation: `- **Mailbox**: \`oauth.account.name\`; in a record of Microsoft Graph \`oauth.account.id\`, or the id in \`url.path\`.
- **Application**: \`oauth.app.id\`, \`oauth.grant.scopes\`; does the mailbox owner know the application?
- **Rule**: \`saas.mail_rule.conditions\`, \`saas.mail_rule.actions\` and \`saas.mail_rule.forward_to\` in the unified audit log. A Microsoft Graph record does not contain the rule, so check the current rules of the mailbox (\`Get-InboxRule -IncludeHidden\`): forwarding, moving to RSS or archive folders, deletion on keywords such as invoice.
- **First occurrence**: the consent to the same \`oauth.app.id\`, and its \`app_use\` on mail; messages that it sent.`,
  response: `1. Ask the mailbox owner.
2. If the change was not intended: remove the rule, revoke the grant of the application and sessions, and search other mailboxes for calls by the same application.`,
  references: ['https://learn.microsoft.com/en-us/graph/api/mailfolder-post-messagerules'],
  noise: { perThousand: 0.1, because: 'Mail clients maintain the rules of their users.' },
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
