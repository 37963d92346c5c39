import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e4b1c7d2-6f35-4a98-8c0e-2d7a95f3b681',
  name: 'Unusual Data Volume Read by an OAuth Application After a Password Reset',
  severity: 'high',
  attack: ['T1671', 'T1213', 'T1020'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "volume" and oauth.account.reset_age_hours <= 168 and oauth.grant.age_days < 7`,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'In one day, an application read many times its usual daily volume from one account. In the preceding week, the application received its grant, and the password of the account was reset or its sessions were revoked. Attackers persuade the help desk to reset a password, and then connect a known product, which copies the data from its vendor’s network to attacker-controlled storage.',
  falsePositives: ['After a password reset, a user connects a product that starts with a full copy.'],
  investigation: `- **Reset**: \`oauth.account.password_reset\`, \`oauth.account.sessions_revoked\`; find the requester, and check how the help desk verified the caller.
- **Sign-ins since then**: network, device and MFA of \`oauth.account.name\`.
- **Grant**: \`oauth.grant.first_seen\`, \`oauth.grant.scopes\`; other accounts of \`oauth.app.id\`.
- **Data**: \`oauth.activity.bytes\`; \`file.name\` and \`url.original\` of the events.`,
  response: `1. Call the user on a known number.
2. If they did not connect the application: revoke the grant and the sessions, reset the password and the MFA methods again.
3. Ask the vendor of the application which account received the data.`,
  evasion: 'The attacker waits a week after the reset, or copies a little each day.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/unc3944-targets-saas-applications'],
  setup:
    'Requires the periodic pass of the pipeline (or a hunt). Pass and hunt count volumes over the stored documents of the past four weeks.',
  tests: { match: [], noMatch: [{ scenario: 'm365/slow-exfiltration' }] },
})
