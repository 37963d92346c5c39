import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3bb8e0d4-29c9-432b-9291-32827c68cb19',
  type: 'threshold',
  name: 'Thirty Messages or Files Read by an OAuth Application from a New Network',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1114.002', 'T1213'],
  datasets: ['o365.audit', 'google_workspace.token', 'google_workspace.drive'],
  omits: {
    'azure.graphactivitylogs': 'The unified audit log also contains mail and files that are read through Graph.',
    'azure.aadgraphactivitylogs': 'The older API has only directory data, no mail or files.',
    'google_workspace.gmail_reports': 'The token log also contains the call that read the message.',
    'google_workspace.keep': 'This log contains no mail or files.',
  },
  query: `oauth.action: "app_use" and not oauth.app.known_abused_verdict: "first-party-dual-use"
  and oauth.activity.kind: ("mail" or "file") and oauth.activity.access: ("read" or "export")
  and (oauth.activity.network_age_hours >= 1 or (oauth.app.kind: "native" and oauth.account.network_new: true
    and not ((oauth.activity.two_places: true or (oauth.grant.from_new_network: true and oauth.grant.age_days < 7
        and oauth.app.tier_held: ("critical" or "high") and not oauth.app.known_abused_verdict: "mail-client"
        and not (oauth.app.granters_new >= 3 and oauth.app.established: true and not saas.source.hosting: true)))
      and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS"))))`,
  interval: '15m',
  within: '1h',
  threshold: { field: ['service.id', 'source.ip'], value: 30 },
  skipsOwnNetworks: true,
  repeats: { within: '7d' },
  yields: ['cross/new-account-from-new-network'],
  description:
    'Within an hour, an application read thirty messages or files from one address in a network that was new to it in the last seven days. The rule also covers the same volume from a program on a user device in a network where the user never signed in. Such a program travels with its user, so a new network alone is not suspicious; an attacker who stole a token with a malicious extension, package or skill reads more data in a short time. Other rules cover the first hour of a server application in a new network, and the calls of Chrome and similar Google clients.',
  falsePositives: [
    'A user travels with a program that loads all messages or files again.',
    'A vendor moves a product that continuously reads data to another provider.',
  ],
  investigation: `- **Application and address**: \`service.id\` and \`source.ip\` (group-by fields); \`oauth.app.name\`, \`source.as.organization.name\`, \`source.geo.country_iso_code\` of the events.
- **Accounts**: \`oauth.account.name\` of the events. Sign-ins of these accounts from that network, and their activity in other networks in the same hours.
- **Use in the old network**: other records with the same \`oauth.app.id\`. If both networks are active, the application has not moved.
- **Data read**: \`file.name\`, \`oauth.activity.method\`, \`oauth.activity.bytes\`.`,
  response: `1. Ask the user whether they work from that network, and the owner of a server application whether it was moved.
2. If not: revoke the tokens of the application for all its accounts, and examine the device or server that stored them.
3. Treat secrets in the data that was read as exposed.`,
  evasion: 'The attacker reads fewer than thirty items an hour, or works through a proxy at the provider of the user.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { items: 'threshold.value' },
  references: ['https://auth0.com/blog/openclaw-credential-problem'],
  tests: { match: [], noMatch: [] },
})
