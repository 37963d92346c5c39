import { rule } from '../../lib/rule.ts'

export default rule({
  id: '99330644-fab1-42c2-a9e9-74a6e45e1de2',
  type: 'threshold',
  name: 'Microsoft Graph Mail Searched for Credentials',
  severity: 'high',
  attack: ['T1552.001', 'T1114.002', 'T1213'],
  datasets: ['azure.graphactivitylogs'],
  omits: {
    'o365.audit': 'Its search records contain what people type in Outlook and SharePoint, not the calls of a program.',
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: "mail"
  and url.query: (*search=* or *search%3D* or *filter=*contains*)
  and url.query: (*assword* or *asswort* or *asswd* or *redential* or *username* or *secret* or *Secret* or *api*key* or *private*key* or *nydesk* or *eamviewer*
    or *%22vpn* or *%27vpn* or *'vpn* or *\\"vpn* or *\\:vpn* or *%3Avpn* or *+vpn* or *%20vpn* or *vpn%22* or *vpn%27* or *vpn'* or *vpn\\"* or *vpn+* or *vpn%20*
    or *%22VPN* or *%27VPN* or *'VPN* or *\\"VPN* or *\\:VPN* or *%3AVPN* or *+VPN* or *%20VPN* or *VPN%22* or *VPN%27* or *VPN'* or *VPN\\"* or *VPN+* or *VPN%20*
    or *%22mfa* or *%27mfa* or *'mfa* or *\\"mfa* or *\\:mfa* or *%3Amfa* or *+mfa* or *%20mfa* or *mfa%22* or *mfa%27* or *mfa'* or *mfa\\"* or *mfa+* or *mfa%20*
    or *%22MFA* or *%27MFA* or *'MFA* or *\\"MFA* or *\\:MFA* or *%3AMFA* or *+MFA* or *%20MFA* or *MFA%22* or *MFA%27* or *MFA'* or *MFA\\"* or *MFA+* or *MFA%20*
    or *%222fa* or *%272fa* or *'2fa* or *\\"2fa* or *\\:2fa* or *%3A2fa* or *+2fa* or *%202fa* or *2fa%22* or *2fa%27* or *2fa'* or *2fa\\"* or *2fa+* or *2fa%20*
    or *%222FA* or *%272FA* or *'2FA* or *\\"2FA* or *\\:2FA* or *%3A2FA* or *+2FA* or *%202FA* or *2FA%22* or *2FA%27* or *2FA'* or *2FA\\"* or *2FA+* or *2FA%20*)`,
  interval: '15m',
  within: '1h',
  threshold: {
    field: ['service.id', 'source.ip'],
    value: 3,
    cardinality: [{ field: 'url.query', value: 3 }],
  },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  description:
    'Within an hour, a program searched mail through Microsoft Graph for three words about credentials or remote access, such as password, secret, vpn or anydesk. People search for one such word, in a Microsoft program that leaves no such call in the log. Attackers with a stolen token search for all of these words to enter other systems. The client, the user agent and the network do not matter.',
  falsePositives: [
    'A product for data protection searches for stored passwords. Approve the product in the environment file.',
  ],
  investigation: `- **Program, source and account**: \`service.id\`, \`source.ip\` and \`oauth.account.id\` (the group of this alert); \`user_agent.original\` of the events.
- **Words**: \`url.query\` of the events.
- **Data taken**: later calls with the same \`token.id\`: \`url.path\`, \`http.response.bytes\`.
- **Token**: sign-ins of the account from the same address, with their protocol; other accounts at this \`source.ip\`.`,
  response: `1. Ask the user or the owner of the application whether they ran the search.
2. If not: end the sessions, revoke the grants of the application, and reset the password.
3. Replace all credentials in the messages and files that the searches found.`,
  evasion:
    'The attacker searches for one word an hour, or through the query interface of Graph, where the log does not contain the words.',
  parameters: { words: 'threshold.cardinality' },
  references: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
  ],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  tests: { match: [], noMatch: [{ sample: 'entra/graph-user-lists-mail' }] },
})
