import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f895b134-56a6-4912-b680-1c332563eef4',
  type: 'threshold',
  name: 'Entra ID Consent Refused to Many Users Within a Day',
  severity: 'medium',
  attack: ['T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs', 'azure.signinlogs'],
  language: 'kuery',
  query: `oauth.action: "consent_block"
  or (oauth.action: "app_sign_in" and error.code: ("65004" or "90094" or "90095") and not oauth.app.first_party: true)`,
  interval: '15m',
  from: 'now-24h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  repeats: { within: '7d' },
  description:
    'Five users came to the consent screen of one application within a day and did not consent: they declined, or a policy or the Microsoft risk rating stopped them. The controls worked, but a phishing mail is circulating, and its sender sees that consents fail. Expect a request to an administrator, or another application.',
  falsePositives: ['A popular product that is not allowed here was announced in a meeting.'],
  triage: `#### Investigation

- **Application**: \`service.id\` (the group of this alert), \`oauth.app.name\`, \`oauth.grant.reason\`.
- **Affected accounts**: the accounts of the events, and the mail that all of them received before.
- **Requests to administrators**: \`consent_request\`, and \`consent\` with the same \`oauth.app.id\` afterwards.

#### Response

1. Find the mail or page with the link, and remove or block it.
2. Warn administrators not to approve the application.
3. Check the sign-ins of the users for a stolen session: the page before the consent may also have captured credentials.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent'],
  parameters: { users: 'threshold.cardinality' },
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'counts users who declined on the consent screen or needed the approval of an administrator there, as the sign-in log shows',
    },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
