import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c5b71a25-107d-403d-9f44-cc3deb74c022',
  name: 'Google Workspace Marketplace Application Installed for the Domain',
  severity: 'medium',
  attack: ['T1671'],
  datasets: ['google_workspace.admin'],
  omits: {
    'google_workspace.chrome': 'An extension is installed in one browser, not for the organization.',
  },
  language: 'kuery',
  query: 'oauth.action: "app_install"',
  skipsApprovedApps: true,
  description:
    'An administrator installed a Marketplace application for all users or an organizational unit. The installation grants its scopes for all these users at once, without their consent, and also for new accounts. It outlives the administrator’s account.',
  falsePositives: ['A planned product rollout with a change request; the publisher is the vendor.'],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`: publisher and scopes on its Marketplace page and under Domain-wide installed apps.
- **Actor**: \`user.email\`, from \`source.ip\`, and other changes in the same session.
- **Activity since then**: \`app_use\` with the same project number (\`oauth.app.registration_id\`): Gmail, Drive, number of bytes.

#### Response

1. Ask the administrator.
2. If the installation was not intended: uninstall the application, and revoke its remaining tokens.
3. If the installation was intended: limit it to the necessary organizational unit.`,
  evasion: 'The attacker persuades individual users to install the application.',
  references: ['https://support.google.com/a/answer/172482'],
  version: 2,
  changes: [{ version: 2, alerts: 'other', what: 'redundant conditions removed; the alerts are the same' }],
  state: 'deprecated',
  // Google Workspace Application Trusted or Installed, or Marketplace Opened
  successor: 'f6cc91c1-9feb-4295-b2e8-d769f43f1cc6',
  tests: {
    match: [{ sample: 'google-workspace/admin-app-installed' }],
    noMatch: [{ sample: 'google-workspace/admin-app-uninstalled' }, { sample: 'google-workspace/admin-app-limited' }],
  },
})
