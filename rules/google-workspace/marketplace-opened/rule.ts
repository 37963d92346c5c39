import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f6cc91c1-9feb-4295-b2e8-d769f43f1cc6',
  name: 'Google Workspace Marketplace Opened for One or All Applications',
  severity: 'medium',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  language: 'kuery',
  query:
    'oauth.action: ("policy_change" or "trust_change") and oauth.policy.direction: "loosened" and oauth.policy.name: "Marketplace apps"',
  description:
    'The restriction on Marketplace applications for users was removed, or an application was added to the list of applications that users may install. A Marketplace add-on receives its scopes during installation and looks like a part of Gmail or Docs; the allowlist blocked unreviewed add-ons.',
  falsePositives: [
    'A planned change for one organizational unit, such as developers.',
    'An administrator corrects the setting in several steps.',
    'The responsible team adds a requested and reviewed application to the list.',
  ],
  triage: `#### Investigation

- **Change**: \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`, for \`oauth.policy.scope\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, if it was added to the list: check publisher, scopes and number of users on its Marketplace page.
- **Actor**: \`user.email\`, from \`source.ip\`.
- **Installations since then**: \`app_install\`, and \`consent\` with \`oauth.app.kind: addon\`.

#### Response

1. Ask the administrator.
2. If the change was not intended: revert it, and remove applications installed in between.`,
  evasion: 'The attacker uses an application that is already on the list.',
  references: ['https://support.google.com/a/answer/6089179'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'more',
      what: 'replaces the rule on applications that are added to the Marketplace allowlist',
    },
  ],
  tests: {
    match: [
      { sample: 'google-workspace/admin-app-allow-listed' },
      { sample: 'google-workspace/admin-marketplace-opened' },
      { sample: 'google-workspace/admin-marketplace-opened-older-event' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-app-off-allow-list' },
      { sample: 'google-workspace/admin-marketplace-closed' },
      { sample: 'google-workspace/admin-setting-unrelated' },
    ],
  },
})
