import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd5757e67-c63b-4986-9163-5699eb520c48',
  name: 'Google Workspace OAuth Application Authorized for Data Access by Device Code',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "consent" and google_workspace.token.client.type: ("CONNECTED_DEVICE" or "NATIVE_DEVICE")
  and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true`,
  skipsApprovedApps: true,
  yields: ['cross/privileged-account-consents', 'cross/evil-twin'],
  description:
    'An application for televisions and similar devices received access to mail, files or the directory. Users authorize such clients with a short code on another device: an attacker starts the sign-in on their own machine and sends the code to the victim, who sees a genuine Google page with a genuine address.',
  falsePositives: [
    'A meeting room screen, or a scanner that saves to Drive.',
    'A command-line tool without a browser.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`; does the organization use such a device?
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Affected accounts**: \`oauth.account.name\`. Ask the user for the origin of the code.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the user whether they connected a device at that time.
2. If not: revoke the tokens of the application for the account, revoke sessions, and search for other accounts with the same \`oauth.app.id\`.
3. Consider restricting such clients in API controls.`,
  evasion: 'The attacker sends the authorization link of a web client instead of a device code.',
  references: ['https://developers.google.com/identity/protocols/oauth2/limited-input-device'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'google-workspace/token-authorize-device' }],
    noMatch: [{ sample: 'google-workspace/token-authorize-mail' }],
  },
})
