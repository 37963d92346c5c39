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
  language: 'eql',
  query: `sequence by user.email with maxspan=2h
  [any where (event.outcome == "success" and ?azure.signinlogs.properties.risk_level_during_signin in ("medium", "high"))
    or (?azure.identityprotection.category == "UserRiskEvents" and ?azure.identityprotection.properties.risk_state in ("atRisk", "confirmedCompromised")
      and ?azure.identityprotection.properties.risk_level in ("medium", "high"))
    or event.action in ("suspicious_login", "suspicious_login_less_secure_app", "suspicious_programmatic_login")]
  [any where (event.outcome == "success" or event.module == "google_workspace")
    and (oauth.action in ("credential_add", "owner_add", "app_register", "delegation_grant", "trust_change")
      or (oauth.action == "consent" and oauth.grant.tier_rank >= 1 and (oauth.app.first_party == false or oauth.app.first_party == null)))]`,
  description:
    'Microsoft or Google called a sign-in suspicious, and within two hours the same account consented to an application, registered one, or gave one a key, an owner or trust. Who has stolen a session makes the access lasting before it is noticed: the session ends, the application stays. The two may be at different vendors, where one account opens both.',
  falsePositives: [
    'Somebody travels or uses a new VPN, and connects a tool on the same day.',
    'An administrator on call works from an unusual place.',
  ],
  triage: `#### What to look at

- **The sign-in** (first event): \`source.ip\`, \`source.geo.country_iso_code\`, \`user_agent.original\`; why it was suspicious: \`azure.signinlogs.properties.risk_event_types_v2\`; in Google \`event.action\`. Where Entra ID Protection detected it: \`azure.identityprotection.properties.risk_event_type\`.
- **Whether the user was there**: second factor and device of the sign-in (\`saas.device\`), other sign-ins of \`user.email\` at the same time from the usual place.
- **What was done** (second event): \`oauth.action\`, \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\`.
- **What else the account did since**: all acts with this \`user.email\`, mailbox rules (\`saas.mail_rule.name\`), new second factors.
- **What the application does since**: \`app_use\` and \`app_sign_in\` of the same \`oauth.app.id\`.

#### What to do

1. Ask the user on another channel. If it was not them, or they cannot be reached: end sessions, reset the password and the second factors.
2. Undo the second event as well: remove the grant, the key, the owner or the application. Ending sessions does not.
3. Look for others from the same address.`,
  setup:
    'Google warns of logins in every edition. Microsoft says how risky a sign-in is with Entra ID P2; with P1 the level is hidden, and the rule sees the warnings of Google alone.',
  references: ['https://learn.microsoft.com/en-us/entra/id-protection/concept-identity-protection-risks'],
  version: 3,
  changes: [
    {
      version: 3,
      alerts: 'more',
      what: 'takes what Entra ID Protection detects on a user for the first act, too',
    },
    {
      version: 2,
      alerts: 'more',
      what: 'runs in a tenant without sign-in logs, too; Elasticsearch rejected the query there',
    },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
