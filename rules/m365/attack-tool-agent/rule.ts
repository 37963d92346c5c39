import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3e1f7a60-5c2d-4d98-9b04-8a6f0d3c7e51',
  name: 'Microsoft 365 Access by an Attack Tool',
  severity: 'high',
  attack: ['T1550.001', 'T1087.004', 'T1526'],
  datasets: ['azure.signinlogs', 'azure.graphactivitylogs', 'azure.aadgraphactivitylogs', 'o365.audit'],
  language: 'kuery',
  query: `user_agent.original: (azurehound* or *AzureHound* or *BloodHound* or *roadtools* or *ROADtools* or *roadrecon* or *AADInternals* or *TeamFiltration* or *GraphRunner* or *TokenTactics* or *o365spray* or *MSOLSpray* or *GraphSpy* or *graphspy* or *MFASweep* or *o365-attack-toolkit* or *BARK* or *evilginx*)
  and not event.outcome: "failure"`,
  repeats: { within: '7d' },
  description:
    'The program that signed in or called an interface gives the name of a tool that is made for attacks on Entra ID and Microsoft 365: AzureHound, ROADtools, AADInternals, TeamFiltration, GraphRunner, GraphSpy and others. They read the directory for ways to more rights, and redeem stolen tokens.',
  falsePositives: ['A penetration test, or security staff who check their own tenant.'],
  triage: `#### What to look at

- **Which tool**: \`user_agent.original\`; with which application and account: \`oauth.app.name\`, \`user.name\`, \`oauth.account.name\`.
- **Since when**: the first record with this \`source.ip\`, and how the account was signed in before.
- **What was read**: calls of Microsoft Graph in the same session.

#### What to do

1. Ask security staff whether a test is running.
2. If not: end the sessions of the account, reset its password, or renew the keys of the service principal; then look for applications, keys, owners and roles that were added since.

#### How it is evaded

All of these tools let one set another user agent. The rule on discovery of the directory does not depend on it.`,
  evasion: 'The intruder sets another user agent in the tool.',
  references: ['https://github.com/SpecterOps/AzureHound', 'https://github.com/dirkjanm/ROADtools'],
  version: 2,
  changes: [
    { version: 2, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
