import { rule } from '../../lib/rule.ts'

export default rule({
  id: '43d73954-33d3-487d-ba26-96e75d94e891',
  type: 'threshold',
  name: 'Google Workspace OAuth Grants of Three Users Changed from One New Network',
  severity: 'medium',
  attack: ['T1671', 'T1528', 'T1078.004'],
  datasets: ['google_workspace.token'],
  omits: { 'google_workspace.admin': 'Administrators revoke tokens from their own networks.' },
  query: `((oauth.action: "consent" and oauth.grant.tier: ("critical" or "high")
      and not (oauth.grant.age_days >= 7 and oauth.grant.tier_raised: false))
    or (oauth.action: "token_revoke" and oauth.grant.self: true and oauth.grant.granted_age_hours < 24))
  and not oauth.app.first_party: true and not oauth.app.allowed: true
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 24)
  and not (oauth.app.established: true and google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS"))`,
  interval: '30m',
  within: '25h',
  threshold: { field: ['service.id', 'source.ip'], value: 3, cardinality: [{ field: 'user.email', value: 3 }] },
  repeats: { within: '7d' },
  yields: ['cross/access-granted-from-new-network'],
  description:
    'Within a day, three users granted one application access to mail, files or the directory from one address, in a network where none of them had signed in before that day. An attacker may control the sign-ins of many users, through a rogue identity provider, an AiTM proxy or a password list. Such an attacker connects a mail client to each account for persistence. The client is often legitimate and already in use, so neither its name nor its age is suspicious.',
  conditions: `- Three users grant one application access to mail, files or the directory within a day from one address, in a network where none of them had signed in before that day.
- Tokens that were revoked from such a network within a day of their grant also count. An attacker who removes the traces of a consent does so from the server that used the tokens.
- Excludes a mobile app that many accounts have used for a month, because phones share the addresses of their carriers.
- Excludes a user who grants the application its earlier permissions again after a week.`,
  falsePositives: [
    'A team works from a hotel, a conference or a new office, and connects a product there.',
    'The organization moves to another internet provider on the day of a rollout.',
    'An administrator revokes the new tokens of several users from a home network.',
  ],
  investigation: `- **Application and network**: \`service.id\` and \`source.ip\` (group-by fields); \`oauth.app.name\`, \`source.as.number\` of the events. Does the network belong to a hosting provider?
- **Affected accounts**: \`user.email\` of the events; how each user signed in (\`google_workspace.login\`, \`google_workspace.login.type\`). \`saml\` in a domain without its own identity provider proves a rogue identity provider.
- **Earlier activity**: changes to SSO settings, password resets and new administrators in the preceding days.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`. IMAP leaves no record of API calls: the logins of the client are the only evidence.`,
  response: `1. Ask two of the users whether they connected the application, and where they were.
2. If not: block the application in API controls, which stops all access at once; revoke its tokens and the sessions of all users in that network, and reset their passwords.
3. Remove a rogue identity provider before you revoke the sessions.`,
  evasion:
    'The attacker uses a different address for each account, connects only two accounts a day, or uses the ID of a widely used mobile app or of a program that the users already authorized.',
  setup: 'Requires the entity store of the pipeline, and sign-in records.',
  references: [
    'https://support.google.com/a/answer/7281227',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
  ],
  parameters: { users: 'threshold.cardinality' },
})
