import { rule } from '../../lib/rule.ts'

export default rule({
  id: '563e5b68-6397-4aa5-b833-293bdca0bb90',
  name: 'Google Workspace Domain-Wide Delegation Granted',
  severity: 'medium',
  attack: ['T1671', 'T1098.003'],
  datasets: ['google_workspace.admin'],
  language: 'kuery',
  query: 'oauth.action: "delegation_grant" and not (oauth.grant.known: true and not oauth.grant.revoked: *)',
  yields: [
    // Google Workspace Domain-Wide Delegation of Control Granted
    'd7c97f54-a40a-4328-af90-baf51b029448',
  ],
  description:
    'A client was authorized to act as any user of the domain for the scopes named. It needs no consent, no sign-in and no second factor of anybody: whoever holds the key of the service account can read the mail and files of everyone, administrators included. The delegation does not depend on the administrator who granted it and stays until somebody removes it. A client that may change mailboxes, files or accounts has a rule of high severity. Scopes that are added later have a rule of their own, and an entry that is saved again raises none.',
  falsePositives: [
    'A migration, backup, archiving or directory-sync product at its set-up; the vendor documents the scopes it needs.',
  ],
  triage: `#### What to look at

- **Which client**: \`oauth.app.id\`. For a service account it is a long number: find the account and its project in Google Cloud, and who may create keys for it. A project outside your organization needs a very good reason.
- **Which scopes**: \`oauth.grant.scopes\` with \`oauth.grant.tier\` and \`oauth.grant.tier_reason\`. Full mail, full Drive and \`admin.directory\` scopes are control of the domain.
- **Who granted it**: \`user.email\`, from \`source.ip\`. Only super administrators can. Was the sign-in as usual, and what else did the account change around then: trusted applications, API controls, roles?
- **Was it there before**: earlier documents with the same \`oauth.app.id\` and \`delegation_grant\`; compare the scopes.
- **What it does since**: \`app_use\` of the client in \`google_workspace.token\`, for how many different accounts (\`oauth.account.name\`).

#### What to do

1. Ask the administrator on another channel whether it was meant, and for which product.
2. If it was not: delete the client under Security, Access and data control, API controls, Domain-wide delegation. Then delete the keys of the service account. Suspending the administrator does not end the delegation.
3. Treat the administrator's account as compromised, and review all changes it made.
4. Search which users' data the client read since it was granted.
5. If it was meant: narrow the scopes to what the product documents, and keep the list short.`,
  evasion: 'The intruder makes a key for a service account that holds a delegation already.',
  references: ['https://support.google.com/a/answer/162106'],
  version: 5,
  changes: [
    { version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'leaves a client that is delegated already to the rule on further scopes: an entry that grows raised two alerts, one that was saved again a false one',
    },
    {
      version: 4,
      alerts: 'other',
      what: 'is high for scopes of the critical tier alone, else medium: a backup that only reads is set up in the same way',
    },
    {
      version: 5,
      alerts: 'other',
      what: 'is medium, and leaves whole mailboxes, all files and administration to a rule of high severity: backups, signature tools and scanners read alone',
    },
  ],
  tests: {
    match: [
      { sample: 'google-workspace/admin-delegation-granted' },
      { sample: 'google-workspace/admin-odd-event-delegates' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-delegation-removed' },
      { sample: 'google-workspace/admin-app-trusted' },
    ],
  },
})
