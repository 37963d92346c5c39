import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5d0c7e92-3a48-4b1f-9e67-c2f81a6d4b30',
  type: 'eql',
  name: 'Google Workspace OAuth Application Active After a Password Reset in Entra ID',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1114.002'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token', 'google_workspace.drive'],
  query: `sequence with maxspan=24h
  [any where event.action in ("Reset user password.", "Reset user password", "Reset password (by admin)") and event.outcome == "success"] by user.target.email
  [any where event.module == "google_workspace" and oauth.action == "app_use" and oauth.activity.kind in ("mail", "file", "chat", "contacts")
    and oauth.grant.from_new_network == true and (oauth.app.first_party == null or oauth.app.first_party == false)] by user.email`,
  repeats: { within: '7d' },
  description:
    'The help desk reset the password of an account in Entra ID, and an application is still active on behalf of the same person in Google Workspace, with a grant that the person made in the preceding month, on the first day in a new network. A company that signs in to Google through Entra ID resets only the Entra ID password. Google does not learn of the reset, and revokes no grant: the response stops at the boundary between the platforms.',
  falsePositives: ['A person connects a product on a business trip and forgets the password weeks later.'],
  investigation: `- **Reset** (first event): the actor, and the reason in the help desk ticket.
- **Application** (second event): \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.grant.first_seen\`, and the network of its \`consent\`.
- **Sign-ins** of the person to both platforms on the day of the grant: \`source.ip\`, device, MFA.
- **Data read**: other \`app_use\` of the same application and account.`,
  response: `1. Ask the person whether they connected the application.
2. If not: remove the grant in Google, reset the sign-in cookies there, and review the grants of the account on both platforms. \`consentry apps contain ID\` prints the commands.`,
  evasion: 'The attacker grants access from a network that the person has used before.',
  setup: 'Requires the entity store of the pipeline, and the same email address on both platforms.',
  references: ['https://support.google.com/a/answer/6328616'],
  tests: { match: [], noMatch: [] },
})
