import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1d81b69f-50e8-409d-81c0-0fafceaf6a83',
  type: 'new_terms',
  name: 'Google Workspace OAuth Application Authorized for the First Time in Three Months',
  severity: 'medium',
  state: 'experimental',
  severityByTier: { high: 'low', medium: 'low' },
  attack: ['T1671', 'T1528'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true
  and not oauth.app.age_days >= 7 and not oauth.app.allowed: true
  and not (oauth.app.users >= 1 and oauth.app.tier_held: ("critical" or "high"))`,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-90d',
  skipsApprovedApps: true,
  yields: [
    'cross/access-granted-from-new-network',
    'cross/reconsent-after-removal',
    'google-workspace/device-authorization-of-data',
    'cross/privileged-account-consents',
    'cross/evil-twin',
    'google-workspace/high-tier-authorization',
    'google-workspace/script-authorized',
  ],
  description:
    'A user authorized data access for an application that nobody in the domain authorized in the last ninety days. Review an application at its first authorization, before many users authorize it. The rule raises one alert per application, not per user; its severity is low without critical scopes, because another rule covers all mail, all files and the directory. If an administrator trusts an application in API controls, another rule alerts at that time instead.',
  falsePositives: [
    'A new product or add-on, chosen by a user. It still deserves a short review, which is the purpose of this rule.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, Google Cloud project \`oauth.app.registration_id\`.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Actor**: \`user.email\`, from \`source.ip\`; origin of the link.`,
  response: `1. Decide whether to approve, tolerate or block the application. Record the decision in the environment file (\`approvedApps\`) and in API controls.
2. If the link came in an unexpected email: revoke the tokens and treat the account as phished.`,
  evasion: 'The attacker uses a client that another user in the organization already authorized.',
  references: ['https://support.google.com/a/answer/7281227'],
  noise: { perThousand: 0.15, because: 'Users adopt new tools every month.' },
  tests: { noMatch: [{ scenario: 'google-workspace/mail-opened-to-allowed-application' }] },
})
