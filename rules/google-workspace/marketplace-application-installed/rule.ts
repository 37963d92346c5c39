import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c5b71a25-107d-403d-9f44-cc3deb74c022',
  name: 'Google Workspace Marketplace Application Installed for the Domain',
  severity: 'medium',
  attack: ['T1671'],
  datasets: ['google_workspace.admin'],
  omits: {
    'google_workspace.chrome': 'An extension comes into one browser, not into the organization.',
  },
  language: 'kuery',
  query: 'oauth.action: "app_install"',
  skipsApprovedApps: true,
  description:
    'An administrator installed a Marketplace application for everybody, or for a unit. Its scopes are granted for all of them at once, no user is asked, and new accounts get it, too. It stays when the administrator who installed it is gone.',
  falsePositives: ['A planned roll-out of a product; there is a request, and the publisher is the vendor.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`: publisher and scopes on its Marketplace page and under Domain-wide installed apps.
- **Who did it**: \`user.email\`, from \`source.ip\`, and what else in the same session.
- **What it does since**: \`app_use\` with the same project number (\`oauth.app.registration_id\`): Gmail, Drive, how many bytes.

#### What to do

1. Ask the administrator.
2. If it was not meant: uninstall it, and revoke the tokens that it still holds.
3. If it was: limit it to the unit that needs it.`,
  evasion: 'The intruder lets single users install the application instead of the domain.',
  references: ['https://support.google.com/a/answer/172482'],
  version: 2,
  changes: [{ version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' }],
  tests: {
    match: [{ sample: 'google-workspace/admin-app-installed' }],
    noMatch: [{ sample: 'google-workspace/admin-app-uninstalled' }, { sample: 'google-workspace/admin-app-limited' }],
  },
})
