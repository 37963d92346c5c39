import { rule } from '../../lib/rule.ts'

export default rule({
  id: '97b3bde3-3119-47a6-ac11-55115036277b',
  type: 'threshold',
  name: 'OAuth Application Used from a New Network',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1078.004', 'T1199'],
  datasets: [
    'o365.audit',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'azure.signinlogs',
    'google_workspace.token',
    'google_workspace.calendar',
    'google_workspace.chat',
    'google_workspace.drive',
    'google_workspace.gmail_reports',
    'google_workspace.keep',
    'google_workspace.access_evaluation',
    'gcp.audit',
  ],
  language: 'kuery',
  query: `oauth.action: ("app_use" or "app_sign_in") and not event.outcome: "failure" and oauth.activity.network_age_hours < 1
  and not oauth.app.first_party: true and not oauth.app.idle_days >= 60
  and not oauth.credential.age_hours <= 24`,
  interval: '30m',
  from: 'now-3h',
  threshold: { field: ['service.id'], value: 1 },
  skipsOwnNetworks: true,
  description:
    'The networks of this application have been known for two weeks or longer, and it works from another one, with its own key or with the tokens of its users. Programs do not travel: they run where they are deployed. A key that leaked, or tokens that were stolen from the vendor, show themselves by this alone: nobody signs in, and nobody consents. A network counts as new where the application never came from the autonomous system, or from the network around the address if no log names the system. The rule leaves out networks where the owner of the account signs in, programs on devices of users, and applications that came from new networks on three days of the last month. One alert covers the first hour of the application in the network. A credential that was added the day before, and an application that had slept for two months, are left to other rules.',
  falsePositives: [
    'The application moves to another host, or its vendor to another provider.',
    'A developer runs it on a laptop with the real key, which is worth a word.',
  ],
  triage: `#### What to look at

- **The network**: \`source.ip\`, \`source.as.organization.name\`, \`source.geo.country_iso_code\` of the events: a provider that the vendor names, or a VPN, a home, a hosting company?
- **Which application**: \`service.id\` (the group of this alert); \`oauth.app.name\`, \`oauth.app.tier_held\` of the events. A record of Drive may name the project alone: \`oauth.app.id\` is the client.
- **Whether it goes on in the old place**: other records of the same \`oauth.app.id\` in that hour. From both at once, it has not moved.
- **What it did from there, and for which accounts**: \`oauth.activity.kind\`, \`oauth.activity.method\`, \`oauth.account.name\` with the same \`source.ip\`.
- **With which key**: \`oauth.credential.id\` of \`app_sign_in\`. Where is that key stored, and which accounts can read it?
- **Other applications from the same address**: \`app_use\` and \`app_sign_in\` by \`source.ip\`.

#### What to do

1. Ask the team or the vendor that runs it whether it was moved.
2. If not: revoke its tokens and remove its key at once, then find out how they leaked. \`consentry apps contain ID\` prints the commands for either vendor.
3. If it was: note the network in the environment file.`,
  evasion:
    'The intruder works through a proxy at the provider of the application, so that the autonomous system stays the same.',
  setup:
    'Needs the entity store of the pipeline. Where a database of autonomous systems is given, a vendor that changes addresses inside of one provider raises no alert.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/workload-identity',
    'https://cloud.google.com/blog/topics/threat-intelligence/data-theft-salesforce-instances-via-salesloft-drift',
  ],
  parameters: { hours: 'oauth.activity.network_age_hours <' },
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'reads the logs of both vendors and use in the name of users; compares autonomous systems, leaves out applications that change networks all the time, and raises one alert for what an application does in its first hour in a network',
    },
    { version: 3, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'cross/new-key-from-elsewhere' }],
  },
})
