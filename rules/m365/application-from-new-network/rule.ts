import { rule } from '../../lib/rule.ts'

export default rule({
  id: '97b3bde3-3119-47a6-ac11-55115036277b',
  name: 'Entra ID Service Principal Signed In from a New Network',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1078.004'],
  datasets: ['azure.signinlogs'],
  omits: {
    'o365.audit': 'It tells sign-ins of people, which come from wherever people are.',
  },
  language: 'kuery',
  query: `oauth.action: "app_sign_in" and not event.outcome: "failure" and oauth.grant.app_only: true
  and oauth.activity.network_new: true and oauth.app.idle_days < 60 and oauth.app.age_days >= 14
  and not oauth.credential.age_hours <= 24`,
  skipsOwnNetworks: true,
  description:
    'An application that works here for weeks signed in as itself, with its own key, from a network that it never came from. Programs do not travel: they run where they are deployed. A key that leaked from a repository, a build log or a laptop shows itself by this alone. A key that was added the day before, and an application that had slept, are told by other rules.',
  falsePositives: [
    'The application moves to another host, or its provider gets new addresses.',
    'A developer runs it on a laptop with the real key, which is worth a word.',
  ],
  triage: `#### What to look at

- **The network**: \`source.ip\`, \`source.as.organization.name\`, \`source.geo.country_iso_code\`: the provider it runs at, or a VPN, a home, a hosting company?
- **Which application, with which key**: \`oauth.app.name\`, \`oauth.app.id\`; \`oauth.credential.id\`, \`oauth.credential.kind\`. Where does that key lie, and who can read it?
- **Whether it goes on in the old place**: other \`app_sign_in\` of the same \`oauth.app.id\` in that hour. From both at once, it has not moved.
- **What it did from there**: \`app_use\` with the same \`oauth.app.id\` and \`source.ip\`.
- **Other applications from the same address**: \`app_sign_in\` by \`source.ip\`.

#### What to do

1. Ask the team that runs it whether it was moved.
2. If not: remove the key at once and make a new one, then find out how it leaked.
3. If it was: note the network in the environment file, and consider a conditional access policy for workload identities.`,
  setup: 'Needs the entity store of the pipeline.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  references: ['https://learn.microsoft.com/en-us/entra/identity/conditional-access/workload-identity'],
  parameters: { ageDays: 'oauth.app.age_days >=' },
  tests: {
    match: [],
    noMatch: [{ scenario: 'cross/new-key-from-elsewhere' }],
  },
})
