import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f4a85c1e-7d20-49b3-8c6f-0e93b7d2a561',
  name: 'Google Workspace Organization-Wide Data Export Started',
  severity: 'medium',
  attack: ['T1213', 'T1114.002', 'T1020'],
  datasets: ['google_workspace.admin'],
  query: 'event.action: "CUSTOMER_TAKEOUT_CREATED" and related.user: *',
  description:
    'A super administrator started a data export for all users: mail, files, calendars and chats of the whole organization in one archive. Organizations export all data when they leave Google or when a court requires it, and announce the export beforehand. An attacker with such an account needs only one export.',
  evasion: 'The attacker exports the data of single accounts, or reads it through an application.',
  falsePositives: ['The organization moves to another product, or legal counsel requested the data.'],
  triage: `#### Investigation

- **Actor**: \`user.email\`; sign-ins of the account in the preceding days, with their source.
- **Source**: \`source.ip\`, \`source.geo.country_iso_code\`.
- **Other activity of the account**: domain-wide delegation, new super administrators, changed MFA methods.

#### Response

1. Ask the other administrators whether the export was agreed. Google informs all super administrators by email.
2. If not: suspend the account and ask Google support to stop the export. The export takes days; the archive cannot be downloaded before it is complete.
3. Undo earlier changes by the account.`,
  references: ['https://support.google.com/a/answer/14338836'],
  tests: {
    match: [{ sample: 'google-workspace/admin-organization-exported' }],
    noMatch: [{ sample: 'google-workspace/admin-app-trusted' }],
  },
})
