import { rule } from '../../lib/rule.ts'

/** Message IDs contain these letters by chance, so a quotation mark, a space or a colon must precede the word. */
const starts = ['%22', '\\"', '%27', "'", '%20', '+', '%3A', '\\:']
const starting = (...words: string[]) => words.flatMap((word) => starts.map((start) => `*${start}${word}*`))
/** Phrases, in the usual spellings of a space. */
const phrases = (...pairs: (readonly [string, string])[]) =>
  pairs.flatMap(([first, second]) => ['', '%20', '+', '-', '_'].map((space) => `*${first}${space}${second}*`))
/** Hexadecimal IDs may even begin with it. */
const hexadecimal = ['2fa', '2FA'].flatMap((word) => [
  `*%20${word}*`,
  `*+${word}*`,
  `*${word}%20*`,
  `*${word}+*`,
  `*%22${word}%22*`,
  `*\\"${word}\\"*`,
])
const shortWords = [
  ...starting('vpn', 'VPN', 'mfa', 'MFA'),
  ...hexadecimal,
  ...phrases(['api', 'key'], ['API', 'key'], ['rivate', 'key'], ['reak', 'glass'], ['ervice', 'account']),
].join(' or ')

export default rule({
  id: '99330644-fab1-42c2-a9e9-74a6e45e1de2',
  type: 'threshold',
  name: 'Microsoft Graph Mail, Files or Notes Searched for Credentials',
  severity: 'high',
  attack: ['T1552.001', 'T1114.002', 'T1213'],
  datasets: ['azure.graphactivitylogs'],
  omits: {
    'o365.audit': 'Its search records contain what people type in Outlook and SharePoint, not the calls of a program.',
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and not oauth.activity.kind: ("directory" or "admin" or "policy")
  and url.query: (*search=* or *search%3D* or *filter=*contains*)
  and not url.query: (*skiptoken* or *skip=* or *skip%3D*)
  and (url.query: (*assword* or *asswort* or *asswd* or *redential* or *username* or *ennwort* or *nydesk* or *eamviewer* or ${shortWords})
    or (url.query: (*secret* or *Secret*) and not url.query: *ecretar*))`,
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
    'Within an hour, a program searched mail, files, notes, chats or tasks through Microsoft Graph for three words about credentials or remote access, such as password, secret, vpn or anydesk. People search for one such word, in a Microsoft program that leaves no such call in the log. Attackers with a stolen token search for all of these words to enter other systems. The client, the user agent and the network do not matter. Only the first page of each result counts.',
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
    'The attacker searches for one word an hour, writes a short word inside another one (openvpn), skips the first result of each search, searches a drive by its search function, or uses the query interface of Graph, where the log does not contain the words.',
  parameters: { words: 'threshold.cardinality' },
  references: [
    'https://www.microsoft.com/en-us/security/blog/2025/02/13/storm-2372-conducts-device-code-phishing-campaign/',
    'https://learn.microsoft.com/en-us/graph/onenote-get-content',
  ],
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  tests: { match: [], noMatch: [{ sample: 'entra/graph-user-lists-mail' }] },
})
