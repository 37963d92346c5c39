import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9f2d6b47-1c58-4e03-a7b9-40c8e5d13f62',
  type: 'threshold',
  name: 'Entra ID Application Requested by Five Users Without Approval',
  severity: 'low',
  attack: ['T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.signinlogs'],
  query: `oauth.action: "app_sign_in" and error.code: ("90094" or "90095") and not oauth.app.first_party: true`,
  interval: '15m',
  within: '24h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  skipsApprovedApps: true,
  repeats: { within: '7d' },
  description:
    'Within a day, the sign-ins of five users to one application were interrupted, because an administrator must approve the application first. Most such requests accompany a new product. A phishing email with a link causes the same pattern, and the attacker then asks an administrator for the approval.',
  falsePositives: ['A team tries a product before an administrator approves it.'],
  investigation: `- **Application**: \`service.id\` (group-by field), \`oauth.app.name\`, \`oauth.app.owner_tenant\`.
- **Affected accounts**: the accounts of the events; do they share a project, or only an email?
- **Requests to administrators**: \`consent_request\`, and \`consent\` with the same \`oauth.app.id\` afterwards.`,
  response: `1. Ask one of the users where the link came from.
2. If the link was a lure: warn the administrators, and remove the email.
3. If the application is a product: review its permissions before the approval.`,
  evasion: 'The attacker sends the link to four people.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-admin-consent-workflow'],
  parameters: { users: 'threshold.cardinality' },
  tests: { match: [], noMatch: [] },
})
