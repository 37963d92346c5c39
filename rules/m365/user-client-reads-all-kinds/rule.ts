import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b2d84f07-6e19-4c5a-93d0-a7c5e8f1b462',
  type: 'threshold',
  name: 'Microsoft 365 Mail, Files and Chats Read by Microsoft Clients from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1550.001', 'T1114.002', 'T1213'],
  datasets: ['o365.audit', 'azure.graphactivitylogs'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, and no mail, files or chats.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: ("mail" or "file" or "chat")
  and oauth.app.first_party: true and (oauth.account.network_new: true or oauth.account.network_age_hours < 48)`,
  within: '3h',
  threshold: {
    field: ['source.ip'],
    value: 20,
    cardinality: [{ field: 'oauth.activity.kind', value: 3 }],
  },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'Microsoft clients read mail, files and chats from one address within three hours, in a network that the account first used within the last two days. Teams has its own chat API, which leaves no such record. Tools such as TeamFiltration and GraphRunner read all three with one stolen refresh token: they redeem it for each client of the family, such as Office for chats, Outlook for mail and the OneDrive client for files. The rule groups by address, because each log has its own account ID.',
  falsePositives: [
    'A traveling user opens a Microsoft product that shows mail, files and chats together.',
    'Several users of the organization use the same network, such as a hotel.',
  ],
  investigation: `- **Source**: \`source.ip\` (group-by field), \`source.as.number\`; the sign-ins from that address, with their protocol: a password or device code, then a refresh token for each client?
- **Clients and account**: \`oauth.app.name\`, \`oauth.account.id\`, \`oauth.account.name\` and \`user_agent.original\` of the events.
- **Data read**: \`url.original\`, \`oauth.activity.method\` of the events.`,
  response: `1. Ask the user whether they are traveling.
2. If not: revoke the sessions, reset the password, and list the data that was read.`,
  evasion: 'The attacker reads each kind of data from another address, or waits for two days.',
  references: [
    'https://www.proofpoint.com/us/blog/threat-insight/attackers-unleash-teamfiltration-account-takeover-campaign',
  ],
  parameters: { kinds: 'threshold.cardinality', calls: 'threshold.value' },
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  tests: { match: [], noMatch: [] },
})
