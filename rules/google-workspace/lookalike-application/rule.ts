import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'da17e7b5-5709-44ba-bb7f-29ec7324a018',
  name: 'Google Workspace OAuth Application Impersonating a Known Brand with High-Risk Scopes',
  severity: 'high',
  attack: ['T1671', 'T1036.005', 'T1528'],
  datasets: ['google_workspace.token'],
  query:
    'oauth.action: "consent" and not event.outcome: "failure" and (oauth.app.lookalike_of: * or (oauth.app.twin_ended: true and not oauth.app.own_tenant: true and not oauth.app.allowed: true and not oauth.app.established: true)) and oauth.grant.tier: ("critical" or "high")',
  skipsApprovedApps: true,
  description:
    'A user granted an application access to high-risk or critical data. Its name resembles a name of Google, Microsoft or the organization, but the client belongs to none of them. The rule also alerts on the name of an application that administrators blocked in the last month, unless administrators trust the new client or many accounts have used it for a month. The name uses homoglyphs, digits for letters, invisible characters, or the exact name of the organization. The name is the most visible part of a Google consent screen. Another rule covers lower permissions.',
  falsePositives: [
    'An internal application was registered in a project missing from the environment file.',
    'A vendor moves its product to another client ID, and an administrator blocks the old one.',
  ],
  investigation: `- **Name**: \`oauth.app.name\`, and the imitated name: \`oauth.app.lookalike_of\`. Compare letter by letter; a plain text editor shows homoglyphs.
- **Client**: \`oauth.app.id\`; the digits before the first hyphen (\`oauth.app.registration_id\`) are the Google Cloud project. Do you own it?
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier\`.
- **Other accounts**: \`consent\` with the same \`oauth.app.id\`, and the email or document with the link.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the user for the origin of the link.
2. Block the client in the Admin console under Security > Access and data control > API controls, and revoke its tokens for all users who authorized it.
3. Treat these users as phished: revoke sessions, and review the data that was read.`,
  evasion: 'The attacker chooses a plausible name without a brand, such as “Meeting Notes”.',
  references: ['https://support.google.com/a/answer/7281227'],
  state: 'experimental',
  tests: { noMatch: [{ sample: 'google-workspace/token-authorize-mail' }] },
})
