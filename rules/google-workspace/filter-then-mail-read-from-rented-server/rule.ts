import { rule } from '../../lib/rule.ts'

export default rule({
  id: '813f0545-0770-4820-bd36-46796c0c0c19',
  type: 'eql',
  name: 'Google Workspace Filter Created, Then Mail Read by an OAuth Application on a Rented Server',
  severity: 'medium',
  state: 'experimental',
  attack: ['T1671', 'T1564.008', 'T1114.002'],
  datasets: ['google_workspace.token'],
  omits: {
    'gcp.audit': 'This log contains no calls to Gmail.',
    'google_workspace.calendar': 'This log contains no calls to Gmail.',
    'google_workspace.chat': 'This log contains no calls to Gmail.',
    'google_workspace.drive': 'This log contains no calls to Gmail.',
    'google_workspace.gmail_reports': 'The token log also contains the call that read the message.',
    'google_workspace.keep': 'This log contains no calls to Gmail.',
  },
  query: `sequence by service.id, user.email with maxspan=1h
  [any where oauth.action == "app_use" and oauth.activity.method == "gmail.users.settings.filters.create" and saas.source.hosting == true and (oauth.app.first_party == false or oauth.app.first_party == null)
    and (oauth.app.allowed == false or oauth.app.allowed == null)]
  [any where oauth.action == "app_use" and oauth.activity.kind == "mail" and oauth.activity.access == "read" and saas.source.hosting == true]`,
  repeats: { within: '7d', by: ['service.id'] },
  skipsApprovedApps: true,
  description:
    'A third-party application on a rented server created a filter in a mailbox, and read mail of this mailbox within an hour. A filter hides new messages from the owner, and remains after the token of the application is revoked. The rule requires neither the consent record nor history, so a short export is enough. It does not alert on applications that an administrator allowed in API controls or approved in the environment file.',
  falsePositives: ['A user sets up a product that sorts mail and runs on a rented server.'],
  investigation: `- **Application**: \`service.id\` (group-by field), \`oauth.app.name\`; its consent, if the log contains it.
- **Mailbox**: \`user.email\` (group-by field). Check its filters and forwarding.
- **Other accounts**: the same methods on other accounts by the same application.`,
  response: `1. Ask the mailbox owner.
2. If they do not know the application: delete the filters and the forwarding, revoke the tokens of the application for all accounts, and end the sessions of the owner.`,
  evasion:
    'The attacker reads mail more than an hour after creating the filter, or works from a network that is not known to rent out servers.',
  references: ['https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.settings.filters/create'],
  requires: ['license:google-enterprise'],
})
