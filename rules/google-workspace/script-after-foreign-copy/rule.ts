import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'aa537318-fc54-4152-8b1e-5b23244799cf',
  type: 'eql',
  name: 'Google Workspace Apps Script Authorized After an External Document Was Copied',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['google_workspace.drive', 'google_workspace.token'],
  language: 'eql',
  query: `sequence by user.email with maxspan=10m
  [any where event.action == "copy" and ?google_workspace.drive.copy_type == "external"]
  [any where oauth.action == "consent" and oauth.app.kind == "script" and oauth.grant.tier_rank >= 1]`,
  description:
    'A user copied a document that belongs to somebody outside, and within ten minutes authorized a script for data. A link to a document can be made to ask for a copy; the copy brings its script along, which then counts as the user’s own: Google shows no warning of an unverified application. It is a way of consent phishing that needs no application at all.',
  falsePositives: ['A template of a supplier or a community, with a script in it that the user wants.'],
  triage: `#### What to look at

- **The document** (first event): \`file.name\`, \`google_workspace.drive.file.id\`, and who owned the original: ask the user, or look at the copy’s details.
- **The script** (second event): \`oauth.app.name\`, \`oauth.app.id\`, \`oauth.grant.scopes\`. \`script.external_request\` lets it send what it reads anywhere, \`script.scriptapp\` lets it run by itself at night.
- **How the link came**: mail or chat with a document link just before the copy.
- **What it does since**: \`app_use\` of the same \`oauth.app.id\`.
- **Who else**: copies with \`google_workspace.drive.copy_type: external\` in these days.

#### What to do

1. Open the copy in a sandbox, never run it: Extensions, Apps Script shows the code and its triggers.
2. If it was not wanted: revoke the script’s access for the user, delete the copy and its triggers, and look at what was read and sent.
3. Limit scripts in the Admin console: API controls apply to them, too.`,
  evasion: 'The user opens the script in the shared document itself, without making a copy.',
  references: ['https://developers.google.com/apps-script/guides/services/authorization'],
  version: 2,
  changes: [
    { version: 2, alerts: 'other', what: 'no longer fails in a tenant without Drive logs; the alerts are the same' },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
