import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b2d84f07-6e19-4c5a-93d0-a7c5e8f1b462',
  type: 'threshold',
  name: 'Microsoft 365 First-Party Client Read Mail, Files and Chats from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1550.001', 'T1114.002', 'T1213'],
  datasets: ['azure.graphactivitylogs'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older API has only directory data, no mail, files or chats.',
    'o365.audit': 'The rule covers Microsoft Graph calls, which Microsoft programs make for few kinds of data.',
  },
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "app_use" and oauth.activity.kind: ("mail" or "file" or "chat")
  and oauth.app.first_party: true and (oauth.account.network_new: true or oauth.account.network_age_hours < 48)`,
  from: 'now-1h',
  threshold: {
    field: ['oauth.account.id', 'service.id'],
    value: 20,
    cardinality: [{ field: 'oauth.activity.kind', value: 3 }],
  },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'One Microsoft client read mail, files and chats of an account through Microsoft Graph within an hour, in a network that the account first used within the last two days. Office and Teams have their own interfaces for most of this. Tools such as TeamFiltration and GraphRunner read all three with one stolen token, under the name and with the user agent of such a client.',
  falsePositives: ['A traveling user opens a Microsoft product that shows mail, files and chats together.'],
  triage: `#### Investigation

- **Client and account**: \`service.id\` and \`oauth.account.id\` (the group of this alert); \`user_agent.original\`.
- **Source**: \`source.ip\`, \`source.as.number\`; the sign-ins of the account from there, with their protocol.
- **Data read**: \`url.original\`, \`oauth.activity.method\` of the events.

#### Response

1. Ask the user whether they travel.
2. If not: end the sessions, reset the password, and list the data that was read.`,
  evasion: 'The intruder reads one kind of data with each client, or waits for two days.',
  references: [
    'https://www.proofpoint.com/us/blog/threat-insight/attackers-unleash-teamfiltration-account-takeover-campaign',
  ],
  parameters: { kinds: 'threshold.cardinality', calls: 'threshold.value' },
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
