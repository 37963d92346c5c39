import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'aa537318-fc54-4152-8b1e-5b23244799cf',
  type: 'eql',
  name: 'Google Workspace Apps Script Authorized After an External Document Was Copied',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['google_workspace.drive', 'google_workspace.token'],
  query: `sequence by user.email with maxspan=10m
  [any where event.action == "copy" and ?google_workspace.drive.copy_type == "external"]
  [any where oauth.action == "consent" and oauth.app.kind == "script" and oauth.grant.tier_rank >= 1]`,
  yields: ['cross/evil-twin'],
  description:
    'A user copied a document of an external owner, and within ten minutes authorized a script for data access. A link can open a document with a prompt to copy it. The copy includes its script, which then counts as the user’s own: Google shows no warning about an unverified application. This form of consent phishing needs no registered application.',
  falsePositives: ['A user copies a supplier or community template with a legitimate script.'],
  investigation: `- **Document** (first event): \`file.name\`, \`google_workspace.drive.file.id\`, and the owner of the original: ask the user, or check the copy’s details.
- **Script** (second event): \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\`. \`script.external_request\` allows it to send data anywhere, \`script.scriptapp\` allows it to run unattended.
- **Origin of the link**: mail or chat with a document link just before the copy.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`.
- **Other accounts**: copies with \`google_workspace.drive.copy_type: external\` around that time.`,
  response: `1. Open the copy in a sandbox, and do not run its script: Extensions > Apps Script shows the code and its triggers.
2. If the script is not legitimate: revoke its access for the user, delete the copy and its triggers, and review the data that it read and sent.
3. Restrict scripts in the Admin console: API controls also apply to scripts.`,
  evasion: 'The user opens the script in the shared document itself, without a copy.',
  references: ['https://developers.google.com/apps-script/guides/services/authorization'],
  state: 'experimental',
})
