import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3e1f7a60-5c2d-4d98-9b04-8a6f0d3c7e51',
  type: 'threshold',
  name: 'Microsoft 365 Accessed by an Attack Tool',
  severity: 'high',
  attack: ['T1550.001', 'T1087.004', 'T1526'],
  datasets: ['azure.signinlogs', 'azure.graphactivitylogs', 'azure.aadgraphactivitylogs', 'o365.audit'],
  query: `user_agent.original: (azurehound* or *AzureHound* or *BloodHound* or *roadtools* or *ROADtools* or *roadrecon* or *AADInternals* or *TeamFiltration* or *GraphRunner* or *TokenTactics* or *o365spray* or *MSOLSpray* or *GraphSpy* or *graphspy* or *MFASweep* or *o365-attack-toolkit* or *BARK* or *evilginx*)
  and not event.outcome: "failure"
  and not (oauth.account.network_new: false and not oauth.account.network_age_hours < 168)
  and not (oauth.grant.app_only: true and oauth.entity_store.baseline_ready: true and not oauth.activity.network_age_hours < 168)`,
  threshold: { field: ['service.id', 'user_agent.original'], value: 1 },
  repeats: { within: '7d' },
  description:
    'The user agent of a sign-in or API call names an attack tool for Entra ID and Microsoft 365: AzureHound, ROADtools, AADInternals, TeamFiltration, GraphRunner, GraphSpy and others. These tools search the directory for privilege escalation paths, and redeem stolen tokens. The rule excludes networks where the account has signed in for a week, and known networks of an application without a user: security staff use these tools, too. The rule on directory discovery also covers these networks. This rule raises one alert for each application and tool.',
  falsePositives: ['A penetration test, or security staff testing their own tenant.'],
  investigation: `- **Tool**: \`user_agent.original\`; application and account: \`oauth.app.name\`, \`user.name\`, \`oauth.account.name\`.
- **First occurrence**: the first record with this \`source.ip\`, and earlier sign-ins of the account.
- **Data read**: Microsoft Graph calls in the same session.`,
  response: `1. Ask security staff whether a test is running.
2. If not: revoke the sessions of the account and reset its password, or rotate the keys of the service principal; then look for applications, keys, owners and roles added since then.`,
  evasion:
    'The attacker sets another user agent in the tool. The rule on directory discovery does not depend on the user agent.',
  references: ['https://github.com/SpecterOps/AzureHound', 'https://github.com/dirkjanm/ROADtools'],
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
