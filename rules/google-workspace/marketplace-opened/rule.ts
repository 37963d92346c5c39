import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f6cc91c1-9feb-4295-b2e8-d769f43f1cc6',
  name: 'Google Workspace Marketplace Restrictions Removed',
  severity: 'medium',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  language: 'kuery',
  query:
    'oauth.action: "policy_change" and oauth.policy.direction: "loosened" and oauth.policy.name: "Marketplace apps"',
  description:
    'The limit on which Marketplace applications users may install was lifted. An add-on from the Marketplace gets its scopes in the course of the installation and looks like a part of Gmail or Docs; the allow-list was what kept unreviewed ones out.',
  falsePositives: [
    'A planned opening for one unit, such as developers.',
    'The setting is corrected after a mistake, in several steps.',
  ],
  triage: `#### What to look at

- **What changed**: \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`, for \`oauth.policy.scope\`.
- **Who did it**: \`user.email\`, from \`source.ip\`.
- **What was installed since**: \`app_install\`, and \`consent\` with \`oauth.app.kind: addon\`.

#### What to do

1. Ask the administrator.
2. If it was not meant: close it again, and remove what was installed meanwhile.`,
  evasion: 'The intruder adds one application to the list instead of opening the Marketplace.',
  references: ['https://support.google.com/a/answer/6089179'],
  tests: {
    match: [
      { sample: 'google-workspace/admin-marketplace-opened' },
      { sample: 'google-workspace/admin-marketplace-opened-older-event' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-marketplace-closed' },
      { sample: 'google-workspace/admin-setting-unrelated' },
    ],
  },
})
