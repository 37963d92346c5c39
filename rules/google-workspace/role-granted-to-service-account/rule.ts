import { rule } from '../../lib/rule.ts'

export default rule({
  id: '59e91144-c17a-4b55-b1bc-19c0036ace46',
  name: 'Google Workspace Administrator Role Granted to a Service Account',
  severity: 'high',
  attack: ['T1671', 'T1098.003'],
  datasets: ['google_workspace.admin'],
  omits: { 'gcp.audit': 'A role in a Google Cloud project makes no account an administrator of the organization.' },
  language: 'kuery',
  query: 'oauth.action: "role_grant"',
  description:
    'A service account became an administrator. It uses the role through the Admin API from anywhere, with a key file instead of a password and a second factor. No person signs in, so the login log does not show it.',
  falsePositives: [
    'An identity or device management product that uses a service account with an administrator role, set up in a planned change.',
  ],
  triage: `#### Investigation

- **Role**: \`oauth.role.name\`, \`oauth.role.tier\`.
- **Service account**: \`oauth.app.name\`; the project is the name before \`.iam.gserviceaccount.com\`. Do you own it?
- **Granting account**: \`user.email\`, from \`source.ip\`.
- **Activity**: \`app_use\` and changes in \`google_workspace.admin\` by that account.

#### Response

1. Ask the administrator which product needs it.
2. If there is none: remove the role, and disable the keys of the service account, or have its project owner do so.
3. Undo its changes.`,
  evasion: 'The intruder uses a service account that already holds the role.',
  references: ['https://support.google.com/a/answer/9807615'],
  tests: {
    match: [{ sample: 'google-workspace/admin-role-to-service-account' }],
    noMatch: [
      { sample: 'google-workspace/admin-role-to-user' },
      { sample: 'google-workspace/admin-role-from-service-account' },
    ],
  },
})
