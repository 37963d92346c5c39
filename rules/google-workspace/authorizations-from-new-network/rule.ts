import { rule } from '../../lib/rule.ts'

export default rule({
  id: '43d73954-33d3-487d-ba26-96e75d94e891',
  type: 'threshold',
  name: 'Google Workspace OAuth Application Authorized by Three Users from One New Network',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1078.004'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query: `oauth.action: "consent" and oauth.grant.tier: ("critical" or "high") and not oauth.app.first_party: true and not oauth.app.allowed: true
  and (oauth.account.network_new: true or oauth.account.network_age_hours < 24)`,
  interval: '30m',
  from: 'now-26h',
  threshold: { field: ['service.id', 'source.ip'], value: 3, cardinality: [{ field: 'user.email', value: 3 }] },
  repeats: { within: '7d' },
  yields: [
    // Google Workspace OAuth Application Authorized for High-Risk Scopes
    'c9649b40-1fc6-493e-9ddb-e07949c74107',
  ],
  description:
    'Within a day, three users granted one application access to mail, files or the directory from one address, in a network where none of them had signed in before that day. An intruder who controls the sign-ins of many people, through a foreign identity provider, a phishing proxy or a list of passwords, connects a mail program to each account to keep the access. The program is often genuine and already in use, so that neither its name nor its age is a surprise.',
  falsePositives: [
    'A team works from a hotel, a conference or a new office, and connects a product there.',
    'The organization moves to another internet provider on the day of a rollout.',
  ],
  triage: `#### Investigation

- **Application and network**: \`service.id\` and \`source.ip\` (the group of this alert); \`oauth.app.name\`, \`source.as.number\` of the events. Does the network belong to a hosting provider?
- **Affected accounts**: \`user.email\` of the events; how each of them signed in (\`google_workspace.login\`, \`google_workspace.login.type\`). \`saml\` in a domain without its own identity provider proves a foreign one.
- **Earlier activity**: changes of the SSO settings, password resets and new administrators in the preceding days.
- **Activity since then**: \`app_use\` of the same \`oauth.app.id\`. IMAP leaves no record of API calls: the logins of the program are the only sign.

#### Response

1. Ask two of the users whether they connected the application, and where they were.
2. If not: block the application by API controls, which stops all access at once; revoke its tokens, end the sessions of all users in that network, and reset their passwords.
3. Remove a foreign identity provider before you end the sessions.`,
  evasion: 'The intruder uses a different address for each account, or connects only two accounts a day.',
  setup: 'Needs the entity store of the pipeline, and sign-ins.',
  references: [
    'https://support.google.com/a/answer/7281227',
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
  ],
  parameters: { users: 'threshold.cardinality' },
  version: 4,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'severity is medium: a rollout and an attack reach the same number of users, and each authorization of the critical tier raises an alert of high severity',
    },
    { version: 3, alerts: 'fewer', what: 'severity is low; another rule covers the spread of a new application' },
    {
      version: 4,
      alerts: 'other',
      what: 'severity is high: counts three users in one network that is new to each of them, for applications of any age; a rollout from the usual networks no longer alerts',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
