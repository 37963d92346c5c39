import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0766e1ef-e1f4-48c2-b667-8d2bee4fbe3a',
  name: 'Google Workspace API Controls Weakened or Application Installed from a New Network',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  omits: {
    'google_workspace.chrome': 'An extension is installed in one browser, not for the organization.',
  },
  query: `(oauth.action: "policy_change" and oauth.policy.direction: "loosened"
    and oauth.policy.name: ("App access control" or "API access" or "Google service access" or "On-device access"))
  or (oauth.action: "app_install" and oauth.act.network_age_hours: *)`,
  description:
    'An API control was weakened: all third-party applications were unblocked, a service such as Gmail or Drive was opened to all third-party applications, internal applications became trusted automatically, or the Admin API was enabled. A previously blocked application now needs only one click by one user. The rule also alerts if an administrator installs a Marketplace application for all users within a week after the first sign-in from a new network: such an installation needs no click by any user.',
  falsePositives: [
    'The team responsible for API controls carries out a planned change, usually for one organizational unit first.',
    'An administrator opens a service for a tested integration.',
    'An administrator rolls out a reviewed application while traveling or from a new internet connection.',
  ],
  triage: `#### Investigation

- **Weakened setting**: \`oauth.policy.name\`, \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`; scope: \`oauth.policy.scope\`.
- **Installed application**: \`oauth.app.name\`, \`oauth.app.id\`. The Admin console lists its publisher and scopes under Domain-wide installed apps. The token log contains its client under the same name (\`service.name\`).
- **Actor**: \`user.email\`, from \`source.ip\`; \`oauth.act.network_age_hours\` is the number of hours since the account first signed in from its newest network. Is this administrator responsible for API controls?
- **Later consents**: \`consent\` to applications with \`oauth.grant.tier\` high since then, especially previously blocked applications.
- **Related activity**: other changes of the same session in \`google_workspace.admin\`: trusted applications, delegation, roles.

#### Response

1. Ask the administrator about the change, through another channel.
2. If the change was not intended: revert it at once, or uninstall the application; then revoke all authorizations granted in between.
3. Revoke the administrator’s sessions, and check MFA methods and recovery information of the account.`,
  evasion: 'The attacker uses an application that the controls already allow, and installs nothing in the first week.',
  setup: 'The alerts on installations require the entity store of the pipeline.',
  references: ['https://support.google.com/a/answer/7281227', 'https://support.google.com/a/answer/172482'],
  tests: {
    match: [
      { scenario: 'google-workspace/application-installed-from-a-new-network' },
      { sample: 'google-workspace/admin-gmail-opened-to-apps' },
      { sample: 'google-workspace/admin-domain-owned-apps-trusted' },
      { sample: 'google-workspace/admin-third-party-apps-unblocked' },
      { sample: 'google-workspace/admin-oauth-access-to-all-apis' },
      { sample: 'google-workspace/admin-unconfigured-apps-opened' },
      { sample: 'google-workspace/admin-on-device-access-unblocked' },
    ],
    noMatch: [
      { scenario: 'google-workspace/application-installed-at-the-office' },
      { sample: 'google-workspace/admin-gmail-closed-to-apps' },
      { sample: 'google-workspace/admin-domain-owned-apps-untrusted' },
      { sample: 'google-workspace/admin-third-party-apps-blocked' },
      { sample: 'google-workspace/admin-third-party-apps-sign-in-only' },
    ],
  },
})
