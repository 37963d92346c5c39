import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b2d84f07-6e19-4c5a-93d0-a7c5e8f1b462',
  type: 'threshold',
  name: 'Microsoft 365 Client of Microsoft Reads Mail, Files and Chats from a New Network',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1550.001', 'T1114.002', 'T1213'],
  datasets: ['azure.graphactivitylogs'],
  omits: {
    'azure.aadgraphactivitylogs': 'The older interface has the directory, and no mail, files or chats.',
    'o365.audit':
      'The rule is about calls of Microsoft Graph, which the programs of Microsoft make for few kinds of data.',
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
    'One client of Microsoft read mail, files and chats of an account through Microsoft Graph within an hour, in a network from which the account signed in for the first time within two days. Office and Teams have interfaces of their own for most of this. Tools such as TeamFiltration and GraphRunner take all three with one stolen token, under the name of such a client and with its user agent.',
  falsePositives: ['A user who travels opens a product of Microsoft that shows mail, files and chats together.'],
  triage: `#### What to look at

- **Which client, which account**: \`service.id\` and \`oauth.account.id\` (the group of this alert); \`user_agent.original\`.
- **From where**: \`source.ip\`, \`source.as.number\`; the sign-ins of the account from there, with their protocol.
- **What was read**: \`url.original\`, \`oauth.activity.method\` of the events.

#### What to do

1. Ask the user whether they travel.
2. If not: end the sessions, reset the password, and list what was read.

#### How it is evaded

The intruder takes one kind of data, or waits for two days.`,
  evasion: 'The intruder reads one kind of data with each client.',
  references: [
    'https://www.proofpoint.com/us/blog/threat-insight/attackers-unleash-teamfiltration-account-takeover-campaign',
  ],
  parameters: { kinds: 'threshold.cardinality', calls: 'threshold.value' },
  requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'],
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
