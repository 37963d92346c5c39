import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f4b7d1a6-58c3-4e29-9d06-2a71e8c5b3f0',
  type: 'threshold',
  name: 'Microsoft 365 Data of Two Accounts Read with Office Tokens from One New Address',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1528', 'T1550.001', 'T1114.002'],
  datasets: ['o365.audit'],
  omits: {
    'azure.graphactivitylogs':
      'It identifies an account by ID, the unified audit log by address: one account would count as two.',
    'azure.aadgraphactivitylogs': 'The older API provides only directory data, not mail or files.',
  },
  query: `event.outcome: "success" and oauth.action: "app_use"
  and oauth.app.id: ("d3590ed6-52b3-4102-aeff-aad2292ab01c" or "1fec8e78-bce4-4aaf-ab1b-5451cc387264")
  and ((oauth.activity.kind: "mail" and oauth.activity.api: "REST") or (oauth.activity.kind: "file" and oauth.activity.access: ("read" or "export" or "sync")
      and user_agent.original: Mozilla* and not user_agent.original: (*Teams/* or *Electron/*)))
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 168)`,
  interval: '1h',
  within: '3d',
  threshold: { field: ['source.ip'], value: 2, cardinality: [{ field: 'user.email', value: 2 }] },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  description:
    'Within three days, the tokens of Microsoft Office or Teams for two accounts read mail through the REST API, or downloaded files with the user agent of a browser, from one address in a network that both accounts first used in the last week. Installed programs read mail through other protocols, and name themselves in their user agent. Malware that runs in Outlook sends such tokens to an attacker, who uses the tokens of all victims from the same server. There is no sign-in and no consent.',
  falsePositives: ['Two colleagues travel together, and an Office add-in reads their mail.'],
  investigation: `- **Address**: \`source.ip\` (group-by field), \`source.as.organization.name\`; the sign-ins from it.
- **Accounts and data**: \`oauth.account.name\`, \`oauth.activity.items\`, \`saas.mail.folders\` and \`file.name\` of the events.
- **Computers**: messages that the accounts sent since the first use (\`Send\`), and programs that load with Outlook.`,
  response: `1. Ask both users whether they work there.
2. If not: isolate their computers, revoke their sessions, and reset their passwords. Look for other accounts with the same address.`,
  evasion: 'The attacker uses a different address for each account, or a proxy at the user’s provider.',
  references: ['https://www.ncsc.gov.uk/news/uk-call-out-russian-military-intelligence-use-espionage-tool'],
  setup: 'Requires the entity store of the pipeline.',
  tests: { match: [], noMatch: [] },
})
