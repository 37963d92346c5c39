import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'af4bb3e5-90a3-4409-9bf4-2201eb356493',
  type: 'eql',
  name: 'Risky Sign-in Followed by an OAuth Consent or a New Credential',
  severity: 'high',
  attack: ['T1671', 'T1078.004', 'T1528'],
  datasets: [
    'azure.signinlogs',
    'azure.identity_protection',
    'o365.audit',
    'azure.auditlogs',
    'google_workspace.login',
    'google_workspace.token',
    'google_workspace.admin',
    'gcp.audit',
  ],
  query: `sequence by user.email with maxspan=4h
  [any where (event.outcome == "success" and ?azure.signinlogs.properties.risk_level_during_signin in ("medium", "high"))
    or (?azure.identityprotection.category == "UserRiskEvents" and ?azure.identityprotection.properties.risk_state in ("atRisk", "confirmedCompromised")
      and ?azure.identityprotection.properties.risk_level in ("medium", "high"))
    or event.action in ("suspicious_login", "suspicious_login_less_secure_app", "suspicious_programmatic_login")]
  [any where (event.outcome == "success" or event.module == "google_workspace")
    and (oauth.action in ("credential_add", "owner_add", "app_register", "delegation_grant", "trust_change")
      or (oauth.action == "consent" and oauth.grant.tier_rank >= 1 and (oauth.app.first_party == false or oauth.app.first_party == null)))]`,
  yields: ['cross/access-granted-from-new-network', 'cross/evil-twin', 'm365/lookalike-application'],
  description:
    'Microsoft or Google rated a sign-in as suspicious, and within four hours the same account consented to or registered an application, or added a key, an owner or a trust setting to it. An attacker with a stolen session establishes persistence before anyone notices: the session ends, but the application remains. The two events can be on different platforms if one account gives access to both.',
  falsePositives: [
    'A user travels or uses a new VPN, and connects a tool on the same day.',
    'An administrator on call works from an unusual location.',
  ],
  investigation: `- **Sign-in** (first event): \`source.ip\`, \`source.geo.country_iso_code\`, \`user_agent.original\`; reason for the rating: \`azure.signinlogs.properties.risk_event_types_v2\`; for Google \`event.action\`; for a detection of Entra ID Protection \`azure.identityprotection.properties.risk_event_type\`.
- **Presence of the user**: MFA and device of the sign-in (\`o365.audit.DeviceProperties\`); other sign-ins of \`user.email\` at the same time from the usual location.
- **Change** (second event): \`oauth.action\`, \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\`.
- **Later activity of the account**: all events with this \`user.email\`, inbox rules (\`saas.mail_rule.name\`), new MFA methods.
- **Activity since then**: \`app_use\` and \`app_sign_in\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the user through another channel. If the user did not sign in or cannot be reached: revoke sessions, reset the password and the MFA methods.
2. Also undo the second event: remove the grant, the key, the owner or the application. Revoking sessions does not remove them.
3. Look for other accounts from the same address.`,
  evasion: 'The attacker waits four hours after the sign-in.',
  setup:
    'Google reports suspicious logins in every edition. Microsoft reports the risk of a sign-in with Entra ID P2; with P1, the risk level is hidden, and the rule covers only Google warnings.',
  references: ['https://learn.microsoft.com/en-us/entra/id-protection/concept-identity-protection-risks'],
  state: 'experimental',
})
