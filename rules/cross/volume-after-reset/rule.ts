import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e4b1c7d2-6f35-4a98-8c0e-2d7a95f3b681',
  name: 'Unusual Data Volume Read by an OAuth Application After a Password Reset',
  severity: 'high',
  attack: ['T1671', 'T1213', 'T1020'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "volume" and oauth.account.reset_age_hours <= 168 and oauth.grant.age_days < 7`,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'In one day, an application read many times its usual daily volume from one account. The password of the account was reset, or its sessions were revoked, in the week before, and the grant is from the same week. Attackers persuade the help desk to reset a password, and then connect a product that the organization knows: it copies the data from the network of its vendor to storage that the attacker controls.',
  falsePositives: ['After a password reset, a user connects a product that begins by copying all data.'],
  triage: `#### Investigation

- **Reset**: \`oauth.account.password_reset\`, \`oauth.account.sessions_revoked\`; who asked for it, and how did the help desk verify the caller?
- **Sign-ins since then**: network, device and second factor of \`oauth.account.name\`.
- **Grant**: \`oauth.grant.first_seen\`, \`oauth.grant.scopes\`; other accounts of \`oauth.app.id\`.
- **Data**: \`oauth.activity.bytes\`; \`file.name\` and \`url.original\` of the events.

#### Response

1. Call the user on a known number.
2. If they did not connect the application: revoke the grant, end the sessions, reset the password and the second factors again.
3. Ask the vendor of the application which account received the data.`,
  evasion: 'The intruder waits a week after the reset, or copies a little each day.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/unc3944-targets-saas-applications'],
  setup:
    'Needs the periodic pass of the pipeline (or a hunt). Both count volumes over the stored documents of the past four weeks.',
  tests: { match: [], noMatch: [{ scenario: 'm365/slow-exfiltration' }] },
})
