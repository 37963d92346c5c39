import { googleUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e17d3a60-95bc-4d82-a1f4-6c7b0e8d2f45',
  name: 'Google Workspace OAuth Application Active a Day After Its Revocation',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [...googleUses],
  omits: { 'gcp.audit': 'This log contains no token revocations.' },
  query: `oauth.action: "app_use" and oauth.grant.revoked_age_hours >= 24 and oauth.grant.revoked: * and oauth.account.name: *`,
  repeats: { within: '30d', by: ['service.id', 'oauth.account.name', 'oauth.grant.revoked'] },
  yields: ['cross/app-active-for-ended-account'],
  description:
    'An application’s access to an account was revoked, and a day later, calls with its tokens still appear without a new authorization. Either the revocation did not cover all of its tokens, or the application has another form of access. The log must name the account. Each revocation causes one alert, so failed repetitions of the response are visible.',
  falsePositives: [
    'The application also has a domain-wide delegation or domain installation that predates the log and is missing from the entity store.',
  ],
  investigation: `- **Revocation**: \`oauth.grant.revoked\` and the record of that time.
- **Remaining activity**: \`oauth.activity.method\`, \`oauth.activity.bytes\`, \`source.ip\`.
- **Other access**: domain-wide delegation and Marketplace installations with the same \`oauth.app.id\`.`,
  response: `1. Block the application in API controls in the Admin console.
2. Remove unneeded delegations and installations.`,
  evasion: 'The attacker reads the data within a day of the revocation.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { hours: 'oauth.grant.revoked_age_hours >=' },
  requires: ['license:google-enterprise'],
  state: 'experimental',
})
