import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e7cfc5cf-4b60-4c8a-9a0e-3d6f7b2c1f84',
  name: 'Entra ID Application Flagged by Entra ID Protection',
  severity: 'medium',
  severityByRisk: { high: 'high', low: 'low' },
  attack: ['T1671', 'T1078.004', 'T1528'],
  datasets: ['azure.identity_protection'],
  query: `azure.identityprotection.category: ("ServicePrincipalRiskEvents" or "RiskyServicePrincipals")
  and azure.identityprotection.properties.risk_state: ("atRisk" or "confirmedCompromised")
  and azure.identityprotection.properties.risk_level: *`,
  repeats: { within: '7d', by: ['service.id', 'azure.identityprotection.properties.risk_level'] },
  description:
    'Microsoft detected a risk on a service principal: its credential leaked, its sign-ins or calls are unusual, the application is known to be malicious, or an administrator confirmed a compromise. Export the table of detections or the table of risky service principals. If you export both, the risk raises one alert per level and week. A stolen credential works from anywhere and without MFA until it is removed.',
  falsePositives: [
    'An application moves to another host or provider, and its sign-ins look unusual.',
    'A credential is leaked deliberately in a test.',
  ],
  investigation: `- **Application**: \`service.name\`, \`service.id\`; credential: \`oauth.credential.id\`, \`azure.identityprotection.properties.key_ids\`.
- **Detection by Microsoft**: \`azure.identityprotection.properties.risk_event_type\`, \`azure.identityprotection.properties.additional_info\`; time: \`event.start\`.
- **Source**: \`source.ip\`, \`source.geo.country_iso_code\`. Leaked credentials have no address.
- **Activity since** \`event.start\`: \`app_sign_in\` and \`app_use\` with the same \`oauth.app.id\`, from addresses that it never used before.
- **Permissions**: its grants in the application inventory.`,
  response: `1. If the application must stay active: add a new credential, change the application to it, and remove the reported one.
2. If not, or while an attacker uses the credential: disable the service principal. The application then stops for everybody.
3. Find the leak, and remove the credential there as well.
4. If the risk is still open in Entra ID Protection, confirm or dismiss it, so that nobody overlooks the next detection.`,
  evasion: 'The attacker works from an address without a reputation in Entra ID.',
  references: ['https://learn.microsoft.com/en-us/entra/id-protection/concept-workload-identity-risk'],
  requires: ['license:workload-id-premium'],
  tests: {
    match: [
      { sample: 'entra/risk-app-leaked-credential' },
      { sample: 'entra/risk-app-suspicious-api-traffic' },
      { sample: 'entra/risk-app-state' },
    ],
    noMatch: [
      { sample: 'entra/risk-app-dismissed' },
      { sample: 'entra/risk-user-state' },
      { sample: 'entra/risk-user-anonymous-address' },
    ],
  },
})
