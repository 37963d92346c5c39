import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1d81b69f-50e8-409d-81c0-0fafceaf6a83',
  type: 'new_terms',
  name: 'Google Workspace OAuth Application Authorized for the First Time in Three Months',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['google_workspace.token'],
  query: `oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true
  and not oauth.app.age_days >= 7 and not oauth.app.allowed: true
  and not (oauth.app.users >= 2 and oauth.app.tier_held: ("critical" or "high"))`,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-90d',
  skipsApprovedApps: true,
  yields: [
    // OAuth Application Granted Access Again Within a Week of Its Removal
    'c6b0f2d7-4e18-49a5-9f73-2a8d5c1e7b34',
    // Google Workspace OAuth Application Impersonating a Known Brand
    'da17e7b5-5709-44ba-bb7f-29ec7324a018',
    // Google Workspace OAuth Application Authorized for Data Access by Device Code
    'd5757e67-c63b-4986-9163-5699eb520c48',
    // OAuth Consent Granted by a Privileged Account to a Third-Party Application
    '5b9e1c37-d204-4a6f-8e12-f3a7c6d0b856',
    // OAuth Application Impersonating an Existing Application
    '6c0d8e35-b972-4a14-8d6f-5a1e9c3b7f20',
    // Google Workspace OAuth Application Authorized for High-Risk Scopes
    'c9649b40-1fc6-493e-9ddb-e07949c74107',
    // Google Workspace Apps Script Authorized for Data Access
    '13093c9d-d40d-427a-a425-73b7dc7453e1',
  ],
  description:
    'A user authorized data access for an application that nobody in the domain authorized in the last ninety days. Review an application at its first authorization, before many users have it. The rule raises one alert per application, not per user. If an administrator trusts an application in API controls, another rule alerts at that time instead.',
  falsePositives: [
    'A new product or add-on, chosen by a user. It still deserves a short review, which is the purpose of this rule.',
  ],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, Google Cloud project \`oauth.app.registration_id\`.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Actor**: \`user.email\`, from \`source.ip\`; origin of the link.

#### Response

1. Decide whether to approve, tolerate or block the application. Record the decision in the environment file (\`approvedApps\`) and in API controls.
2. If the link came in an unexpected email: revoke the tokens and treat the account as phished.`,
  evasion: 'The attacker uses a client that another user in the organization already authorized.',
  references: ['https://support.google.com/a/answer/7281227'],
  noise: { perThousand: 0.15, because: 'Users adopt new tools every month.' },
  version: 12,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'yields to a more severe or more specific rule that alerts on the same act',
    },
    { version: 3, alerts: 'fewer', what: 'excludes applications that have been known for a week' },
    {
      version: 4,
      alerts: 'other',
      what: 'yields only to rules that are enabled by default',
    },
    { version: 5, alerts: 'more', what: 'alerts on cases that the narrowed preceding rules no longer cover' },
    {
      version: 6,
      alerts: 'more',
      what: 'also alerts on an authorization that the rule on high-risk scopes of Google now leaves out',
    },
    { version: 7, alerts: 'other', what: 'follows a change of the rules that take precedence' },
    { version: 8, alerts: 'other', what: 'follows a change of the rules that take precedence' },
    { version: 9, alerts: 'other', what: 'follows a change of the rules that take precedence' },
    {
      version: 10,
      alerts: 'fewer',
      what: 'excludes applications that API controls already allowed: another rule alerts on the trust; follows a change of the rules that take precedence',
    },
    { version: 11, alerts: 'other', what: 'follows a change of the rules that take precedence' },
    {
      version: 12,
      alerts: 'fewer',
      what: 'excludes the third account of an application with far-reaching permissions',
    },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'google-workspace/mail-opened-to-allowed-application' }],
  },
})
