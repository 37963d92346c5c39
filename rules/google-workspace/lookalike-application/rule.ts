import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'da17e7b5-5709-44ba-bb7f-29ec7324a018',
  name: 'Google Workspace OAuth Application Impersonating a Known Brand',
  severity: 'medium',
  severityByTier: { critical: 'high', high: 'high' },
  attack: ['T1671', 'T1036.005', 'T1528'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query: 'oauth.action: "consent" and oauth.app.lookalike_of: *',
  skipsApprovedApps: true,
  description:
    'Somebody let in an application whose name reads like one of Google’s, Microsoft’s or of the organization itself, while the client is none of theirs: letters of another alphabet, digits for letters, invisible characters, or the organization’s plain name on a stranger’s client. On Google’s consent screen the name is most of what a user sees.',
  falsePositives: [
    'An application of the organization that was registered in a project nobody noted in the environment file.',
  ],
  triage: `#### What to look at

- **The name**: \`oauth.app.name\`, and what it imitates: \`oauth.app.lookalike_of\`. Compare letter by letter; copied into a plain text editor, foreign letters show.
- **Which client**: \`oauth.app.id\`; the digits before the first hyphen (\`oauth.app.registration_id\`) are the Google Cloud project. Is it one of yours?
- **What it got**: \`oauth.grant.scopes\`, \`oauth.grant.tier\`. A plain sign-in may be all it needs to learn who falls for it.
- **Who else**: \`consent\` with the same \`oauth.app.id\`, and the mail or document with the link.
- **What it does since**: \`app_use\` of the same \`oauth.app.id\`.

#### What to do

1. Ask the user where the link came from.
2. Block the client in the Admin console under Security, Access and data control, API controls, and revoke its tokens for all who let it in.
3. Treat these users as phished: end sessions, look at what was read.`,
  references: ['https://support.google.com/a/answer/7281227'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is high for the critical and high tier alone, else medium: many vendors have a brand in the name of an integration',
    },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ sample: 'google-workspace/token-authorize-mail' }],
  },
})
