import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'acf50285-febd-422b-bbd3-2d7f6628b02b',
  name: 'Microsoft 365 OAuth Application Known from Attacks',
  severity: 'high',
  attack: ['T1671', 'T1114.002'],
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'azure.signinlogs',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
  ],
  language: 'kuery',
  query: `oauth.app.known_abused: true and oauth.action: ("consent" or "sp_add" or "app_role_grant" or "app_sign_in" or "app_use")
  and not event.outcome: "failure"`,
  repeats: { within: '7d', by: ['service.id', 'user.email'] },
  description:
    'An application was granted access or used that public reports name: made for attacks, or a genuine product that intruders like because it copies a mailbox or a drive at once. In most tenants nobody has a reason to use it.',
  falsePositives: ['Somebody uses the genuine product (a mail client, an address-book or copy tool) on purpose.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.known_abused_name\`, \`oauth.app.known_abused_verdict\`, \`oauth.app.id\`.
- **Who**: \`oauth.account.name\`, \`user.email\`; does the person know the product?
- **How it came in**: the \`consent\` with its network, and sign-ins of the user in the hour before.
- **What it copied**: \`app_use\` of the same \`oauth.app.id\`: \`oauth.activity.kind\`, \`oauth.activity.items\`.

#### What to do

1. Ask the user. If they do not know the product, the account is taken over.
2. Delete the grant, disable the service principal, end sessions, reset the credentials.
3. Find out what was copied: whole mailboxes are usual.
4. If the product is wanted: approve it in the environment file.`,
  evasion: 'The intruder registers an application of its own.',
  references: ['https://github.com/huntresslabs/rogueapps'],
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'no longer asks for a record that never names the client; the consent beside it does',
    },
    { version: 3, alerts: 'more', what: 'reads the log of Azure AD Graph, the older interface of the directory, too' },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/consent-user-mail' }],
  },
})
