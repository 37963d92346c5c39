import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2eb7cc9d-af3d-47e5-a6c8-fcb0e44cc91a',
  type: 'threshold',
  name: 'Google Workspace OAuth Application Changes Filters and Sender Settings of One Mailbox',
  severity: 'medium',
  state: 'experimental',
  attack: ['T1671', 'T1114.003', 'T1564.008'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "app_use" and not oauth.app.first_party: true and not oauth.app.kind: "service_account"
  and oauth.activity.method: (gmail.users.settings.filters.create or gmail.users.settings.sendAs.patch or gmail.users.settings.updateVacation)`,
  within: '3d',
  threshold: {
    field: ['service.id', 'user.email'],
    value: 2,
    cardinality: [{ field: 'oauth.activity.method', value: 2 }],
  },
  repeats: { within: '7d', by: ['service.id'] },
  skipsApprovedApps: true,
  yields: ['cross/grant-survives-reset'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'Leaves uses minutes after a reset to the rule on applications that are active after a password reset.',
    },
  ],
  description:
    'Within three days, a third-party application changed two kinds of settings of one mailbox: filters, the address or signature of the sender, or the automatic reply. A signature product changes only the sender, and a sorting tool only filters. An attacker who wants to redirect payments changes several: the answers go to another address, and a filter hides the rest. The rule needs no history, so a short export is enough.',
  conditions: `- A client changes two kinds of settings of one mailbox within three days: it makes a filter, patches a sender, or sets the automatic reply.
- If the client is new, its filters alone also raise a high-severity alert of another rule. That alert is provisional if the history is short.`,
  falsePositives: ['A product that looks after whole mailboxes, such as an assistant for teams, is set up.'],
  investigation: `- **Mailbox**: \`user.email\` (group-by field). Check its filters, sender addresses with their reply addresses, automatic reply, forwarding and delegates.
- **API calls**: \`oauth.activity.method\` of the events.
- **Application**: \`service.id\` (group-by field); time and source of its authorization (\`consent\`).
- **Other accounts**: the same methods on other accounts by the same \`oauth.app.id\`.`,
  response: `1. Ask the mailbox owner.
2. If the change was not intended: restore the settings, and revoke the tokens of the application and the sessions of the account.
3. Search outgoing mail for the added address.`,
  evasion:
    'The attacker changes one kind of setting only, waits for three days in between, uses one application for each setting, or replaces the sender settings (`sendAs.update`) instead of patching them.',
  references: ['https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings.sendAs/patch'],
  requires: ['license:google-enterprise'],
})
