import { rule } from '../../lib/rule.ts'

export default rule({
  id: '28b0684d-4e5b-4638-8119-4127cb5cba13',
  type: 'threshold',
  name: 'OAuth Consent Granted in Microsoft 365 and Google Workspace by One User Within a Day',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.grant.tier_rank >= 2 and not oauth.app.first_party: true`,
  interval: '30m',
  within: '24h',
  threshold: { field: ['user.email'], value: 2, cardinality: [{ field: 'oauth.grant.vendor', value: 2 }] },
  skipsApprovedApps: true,
  description:
    'The same person consented to high-risk permissions in Microsoft 365 and authorized high-risk scopes in Google Workspace within a day. Both consents on one day are rare. One sign-in often gives access to both platforms, and an attacker in the account establishes persistence on each.',
  falsePositives: ['A user sets up a new tool that works with both platforms.'],
  investigation: `- **Actor**: \`user.email\` (group-by field). Sign-ins to both platforms in the preceding hour: \`source.ip\`, device, MFA.
- **Applications**: \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\` of both consents. Do both belong to the same product and vendor?
- **Activity since then**: \`app_use\` of both application IDs.
- **Other accounts**: other consents to the same applications around that time.`,
  response: `1. Ask the person through another channel.
2. If the person did not consent: remove the grants on both platforms, revoke sessions there and in the identity provider, reset the password and MFA methods.
3. Look for inbox rules, forwarding and shared files created that day on both platforms.`,
  evasion: 'The attacker waits a day between the two consents.',
  state: 'experimental',
})
