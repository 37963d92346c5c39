import { rule } from '../../lib/rule.ts'

export default rule({
  id: '59e91144-c17a-4b55-b1bc-19c0036ace46',
  name: 'Google Workspace Administrator Role Granted to a Service Account',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['google_workspace.admin'],
  omits: { 'gcp.audit': 'A role in a project of Google Cloud makes nobody an administrator of the organization.' },
  language: 'kuery',
  query: 'oauth.action: "role_grant"',
  description:
    'A service account was made an administrator. It acts with the role through the Admin API, with a key file instead of a password and a second factor, and from anywhere. Nobody signs in, so nothing of it is seen in the login log.',
  falsePositives: [
    'An identity or device management product that uses a service account with an administrator role, set up in a planned change.',
  ],
  triage: `#### What to look at

- **Which role**: \`oauth.role.name\`, \`oauth.role.tier\`.
- **Which service account**: \`oauth.app.name\`; the project is the name before \`.iam.gserviceaccount.com\`. Is it a project of yours?
- **Who gave it**: \`user.email\`, from \`source.ip\`.
- **What it did**: \`app_use\` and changes in \`google_workspace.admin\` by that account.

#### What to do

1. Ask the administrator which product needs it.
2. If there is none: take the role away, and disable the keys of the service account or have its project’s owner do it.
3. Undo what it changed.`,
  evasion: 'The intruder uses a service account that holds the role already.',
  references: ['https://support.google.com/a/answer/9807615'],
  tests: {
    match: [{ sample: 'google-workspace/admin-role-to-service-account' }],
    noMatch: [
      { sample: 'google-workspace/admin-role-to-user' },
      { sample: 'google-workspace/admin-role-from-service-account' },
    ],
  },
})
