import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c5f0a7d3-48b1-4e96-9d27-1ab86e3f5c04',
  type: 'threshold',
  name: 'Entra ID Eight Applications Assigned to One Account',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "user_assign" and not oauth.app.first_party: true
  and not oauth.app.age_days: 0 and not oauth.account.age_days < 14`,
  within: '1h',
  threshold: {
    field: ['user.email', 'oauth.account.name'],
    value: 8,
    cardinality: [{ field: 'service.id', value: 8 }],
  },
  repeats: { within: '7d' },
  description:
    'Within an hour, eight applications of the organization were assigned to one account. An attacker with the account of an administrator assigns all enterprise applications to it, and so reaches mail, files, customer data and password stores through single sign-on, without another password. The rule ignores applications that were added on the same day, and accounts younger than two weeks: administrators set up both in this way.',
  falsePositives: ['A person gets the applications of a new role by hand, not through a group.'],
  investigation: `- **Account**: \`oauth.account.name\`, assigned by \`user.email\` (group-by fields): did it assign the applications to itself (\`oauth.grant.self\`)?
- **Applications**: \`oauth.app.name\` of the events; do they fit the work of the account?
- **Origin**: sign-ins of \`user.email\` on that day: network, device, a password reset by the help desk.
- **Use**: \`app_sign_in\` of the account to these applications, and the logs of the applications. At Google, \`google_workspace.login.type: "saml"\`, then consents from the same network.`,
  response: `1. Ask the owner of the account, and the person who made the assignments.
2. If it was not intended: remove the assignments, end the sessions of both accounts here and in each application, and revoke what the account granted there.`,
  evasion: 'The attacker assigns a few applications an hour, or joins a group that has them.',
  references: ['https://cloud.google.com/blog/topics/threat-intelligence/unc3944-targets-saas-applications'],
  parameters: { applications: 'threshold.cardinality' },
  skipsAdministrators: true,
  tests: { match: [], noMatch: [] },
})
