import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'acf50285-febd-422b-bbd3-2d7f6628b02b',
  name: 'Microsoft 365 Known Abused OAuth Application Used',
  severity: 'high',
  attack: ['T1671', 'T1114.002'],
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'azure.signinlogs',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
  ],
  query: `oauth.app.known_abused: true and oauth.action: ("consent" or "sp_add" or "app_role_grant" or "app_sign_in" or "app_use")
  and not event.outcome: "failure"`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  description:
    'A user granted access to, or used, an application that public reports name: malicious software, or a legitimate product that attackers abuse because it copies a mailbox or a drive at once. Most tenants do not need such a product.',
  falsePositives: [
    'A user deliberately uses the legitimate product (a mail client, an address book tool, or a copy tool).',
  ],
  investigation: `- **Application**: \`oauth.app.known_abused_name\`, \`oauth.app.known_abused_verdict\`, \`oauth.app.id\`.
- **Actor**: \`oauth.account.name\`, \`user.email\`; does the person know the product?
- **First consent**: the \`consent\` with its network, and sign-ins of the user in the preceding hour.
- **Copied data**: \`app_use\` with the same \`oauth.app.id\`: \`oauth.activity.kind\`, \`oauth.activity.items\`.`,
  response: `1. Ask the user. If they do not know the product, treat the account as compromised.
2. Delete the grant, disable the service principal, revoke the sessions of the user, and reset the credentials.
3. List the copied data: attackers usually copy the whole mailbox.
4. If the product is legitimate: approve it in the environment file.`,
  evasion: 'The attacker registers a new application.',
  references: ['https://github.com/huntresslabs/rogueapps'],
  tests: { noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/consent-user-mail' }] },
})
