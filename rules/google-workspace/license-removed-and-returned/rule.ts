import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2b9e6f14-d805-4c37-8a61-73f0c4e5d9b8',
  type: 'eql',
  name: 'Google Workspace License Removed and Returned by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1562.008', 'T1213'],
  datasets: ['google_workspace.admin'],
  query: `sequence by user.target.email with maxspan=4h
  [any where event.action in ("USER_LICENSE_REVOKE", "USER_LICENSE_REASSIGNMENT") and oauth.actor_app.id != null]
  [any where event.action in ("USER_LICENSE_ASSIGNMENT", "USER_LICENSE_REASSIGNMENT")]`,
  description:
    'An application removed the paid license of an account, and within four hours the account got it back. Google writes the Drive log only for accounts with a paid license: what the account views, downloads and copies in between leaves no record, except the source of a copy in a shared drive.',
  falsePositives: ['A license management tool corrects its own mistake.'],
  investigation: `- **Account and application**: \`user.target.email\` (the group of this alert); \`oauth.actor_app.name\`, \`oauth.actor_app.id\`; \`consent\` of this application, from which network?
- **Time without a license**: \`source_copy\` in \`google_workspace.drive\`, and \`app_use\` in \`google_workspace.token\` of the account between the two events. Other records of its Drive do not exist.
- **Earlier gaps**: other changes of licenses by the same application.`,
  response: `1. Ask the administrator who granted the access.
2. If it was not intended: revoke the tokens of the application, block its client ID, and investigate the administrator’s account as compromised.
3. Treat all files that the account could reach as read.`,
  evasion: 'The attacker removes the license by hand in the Admin console, or returns it after more than four hours.',
  references: [
    'https://www.mitiga.io/blog/mitiga-security-advisory-lack-of-forensic-visibility-with-the-basic-license-in-google-drive',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-licenses-settings',
  ],
  repeats: { within: '7d' },
  state: 'experimental',
  tests: { match: [], noMatch: [] },
})
