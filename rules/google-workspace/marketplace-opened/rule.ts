import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f6cc91c1-9feb-4295-b2e8-d769f43f1cc6',
  name: 'Google Workspace Application Trusted or Installed, or Marketplace Opened',
  severity: 'low',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  query: `oauth.action: "app_install"
  or (oauth.policy.direction: "loosened" and (oauth.action: "trust_change" or oauth.policy.name: "Marketplace apps")
    and not oauth.policy.new: "allow_listed")`,
  repeats: { within: '1d', by: ['oauth.act.series'] },
  yields: [
    'google-workspace/api-controls-loosened',
    'cross/access-granted-from-new-network',
    'cross/reconsent-after-removal',
  ],
  description:
    'An administrator opened the domain to an application. The administrator trusted or unblocked the application, removed the restriction on Marketplace applications for users, or installed a Marketplace application. Users then see no warning, can install unreviewed add-ons, or receive an application without their consent. The severity is low, because every rollout begins like this.',
  conditions: `- An administrator trusts an application, or removes it from the blocklist. A trusted application may request every scope, including restricted ones, and users see no warning.
- An administrator removes the restriction on Marketplace applications for users. A Marketplace add-on receives its scopes during installation and looks like a part of Gmail or Docs, and the allowlist blocked unreviewed add-ons.
- An administrator installs a Marketplace application for all users or an organizational unit. The installation immediately grants the scopes of the application for all these users and for new accounts, without their consent. It outlives the administrator’s account.
- High-severity rules cover these acts, and additions to the allowlist, from a network that is new to the administrator.`,
  falsePositives: [
    'A planned change for one organizational unit, such as developers.',
    'An administrator corrects the setting in several steps, or unblocks an application after its vendor fixed a problem.',
    'The team responsible for API controls trusts an application after a review.',
    'The responsible team rolls out a product with a change request.',
  ],
  investigation: `- **Change**: \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`, for \`oauth.policy.scope\`.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, if an application was trusted or installed. Does the vendor publish that ID? Check publisher, scopes and number of users on its Marketplace page, and under Domain-wide installed apps.
- **Actor**: \`user.email\`, from \`source.ip\`.
- **Installations since then**: \`app_install\`, and \`consent\` with \`oauth.app.kind: addon\`.
- **Activity since then**: \`app_use\` with the same project number (\`oauth.app.registration_id\`) or name (\`oauth.app.name\`): use of Gmail and Drive, number of bytes.`,
  response: `1. Ask the administrator for the review record.
2. If the change was not intended: revert it, treat the account as compromised, and remove the applications that were installed in between, with their tokens.
3. If an installation was intended: limit it to the necessary organizational unit.`,
  evasion:
    'The attacker uses an application that is already trusted or on the allowlist, or persuades individual users to install it.',
  references: [
    'https://support.google.com/a/answer/6089179',
    'https://support.google.com/a/answer/172482',
    'https://support.google.com/a/answer/7281227',
  ],
  noise: {
    perThousand: 0.1,
    because:
      'It covers three decisions of an administrator: to trust an application, open Marketplace or install an application.',
  },
  tests: {
    match: [
      { sample: 'google-workspace/admin-app-trusted' },
      { sample: 'google-workspace/admin-app-no-longer-blocked' },
      { sample: 'google-workspace/admin-app-access-changed' },
      { sample: 'google-workspace/admin-app-access-changed-in-words' },
      { sample: 'google-workspace/admin-odd-event-trusts-app' },
      { sample: 'google-workspace/admin-app-installed' },
      { sample: 'google-workspace/admin-marketplace-opened' },
      { sample: 'google-workspace/admin-marketplace-opened-older-event' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-app-allow-listed' },
      { sample: 'google-workspace/admin-app-no-longer-trusted' },
      { sample: 'google-workspace/admin-app-blocked' },
      { sample: 'google-workspace/admin-app-access-tightened' },
      { sample: 'google-workspace/admin-app-uninstalled' },
      { sample: 'google-workspace/admin-app-limited' },
      { sample: 'google-workspace/admin-app-off-allow-list' },
      { sample: 'google-workspace/admin-marketplace-closed' },
      { sample: 'google-workspace/admin-setting-unrelated' },
    ],
  },
})
