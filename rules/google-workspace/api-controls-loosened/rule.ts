import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0766e1ef-e1f4-48c2-b667-8d2bee4fbe3a',
  name: 'Google Workspace API Controls Weakened',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  language: 'kuery',
  query: `oauth.action: "policy_change" and oauth.policy.direction: "loosened"
  and oauth.policy.name: ("App access control" or "API access" or "Google service access" or "On-device access")`,
  description:
    'A control over which applications may reach the organization’s data was loosened: all third-party applications unblocked, a service such as Gmail or Drive opened to any of them, applications of the domain trusted without asking, or the Admin API switched on. From then on what was stopped yesterday needs no more than one click of one user.',
  falsePositives: [
    'The team that owns API controls carries out a planned change, usually for one organizational unit first.',
    'A service is opened for a tested integration.',
  ],
  triage: `#### What to look at

- **What was loosened**: \`oauth.policy.name\`, \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`; for whom: \`oauth.policy.scope\`.
- **Who did it**: \`user.email\`, from \`source.ip\`. Is it an administrator who looks after API controls?
- **What came through**: \`consent\` of applications with \`oauth.grant.tier\` high since then, above all of ones that were blocked.
- **What else**: other changes of the same session in \`google_workspace.admin\`: trusted applications, delegation, roles.

#### What to do

1. Ask the administrator, on another channel.
2. If it was not meant: set the control back at once; then revoke what was authorized meanwhile.
3. End the administrator’s sessions, and check second factors and recovery data of the account.`,
  evasion: 'The intruder uses an application that the controls allow already.',
  references: ['https://support.google.com/a/answer/7281227'],
  tests: {
    match: [
      { sample: 'google-workspace/admin-gmail-opened-to-apps' },
      { sample: 'google-workspace/admin-domain-owned-apps-trusted' },
      { sample: 'google-workspace/admin-third-party-apps-unblocked' },
      { sample: 'google-workspace/admin-oauth-access-to-all-apis' },
      { sample: 'google-workspace/admin-unconfigured-apps-opened' },
      { sample: 'google-workspace/admin-on-device-access-unblocked' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-gmail-closed-to-apps' },
      { sample: 'google-workspace/admin-domain-owned-apps-untrusted' },
      { sample: 'google-workspace/admin-third-party-apps-blocked' },
      { sample: 'google-workspace/admin-third-party-apps-sign-in-only' },
    ],
  },
})
