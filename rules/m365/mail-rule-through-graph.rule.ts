import { rule } from '../lib/rule.ts'

export default rule({
  id: '910985a2-9cd0-405e-83b8-764f155966ad',
  name: 'Microsoft 365 application changed mailbox rules through Microsoft Graph',
  severity: 'high',
  attack: ['T1671', 'T1114.003', 'T1137.005'],
  datasets: ['azure.graphactivitylogs'],
  omits: {
    'o365.audit': 'It tells the changed rule itself, not which call changed it.',
  },
  language: 'kuery',
  query: `oauth.action: "app_use" and oauth.activity.method: *messageRules* and oauth.activity.access: ("write" or "delete")
  and http.response.status_code < 300 and not oauth.app.first_party: true`,
  description:
    'An application that is not Microsoft’s own created, changed or deleted a mailbox rule. Rules that forward, hide or delete mail are how payment fraud keeps its victims from seeing the answers; made by an application they need no sign-in of the user and outlast a new password.',
  falsePositives: [
    'A mail client or help-desk product that offers rules to its users.',
    'A migration that brings rules along.',
  ],
  triage: `#### What to look at

- **Whose mailbox**: \`oauth.account.id\`, or the id in \`url.path\`.
- **Which application**: \`oauth.app.id\`, \`oauth.grant.scopes\`; does the mailbox owner know it?
- **The rule**: look at the rules of the mailbox now: forwarding, moving to RSS or archive folders, deleting on words like invoice.
- **Since when**: the consent to the same \`oauth.app.id\`, and \`app_use\` on mail by it; messages it sent.

#### What to do

1. Ask the mailbox owner.
2. If it was not meant: remove the rule, revoke the grant of the application, end sessions, and search other mailboxes for calls by the same application.`,
  references: ['https://learn.microsoft.com/en-us/graph/api/mailfolder-post-messagerules'],
  requires: ['licence:entra-id-p1', 'log:azure.graphactivitylogs'],
  noise: { perThousand: 0.1, because: 'Mail clients keep the rules that their users make.' },
  tests: {
    fires: [{ story: 'm365/graph-mail-rule-deleted' }, { sample: 'entra/graph-user-adds-mail-rule' }],
    quiet: [{ story: 'm365/graph-mail-rules-looked-at' }, { sample: 'entra/graph-user-lists-mail' }],
  },
})
