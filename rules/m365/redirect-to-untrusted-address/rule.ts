import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a149f2a7-d373-4e61-bcb0-dd30350eff62',
  name: 'Entra ID Application Redirect URI Set to an Untrusted Host',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: ("redirect_change" or "credential_add")
  and oauth.redirect.kind: ("shared_hosting" or "http" or "wildcard")`,
  yields: [
    // Credential Added to a Dormant OAuth Application
    'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
    // Entra ID Credential Added to a Microsoft First-Party Service Principal
    '9bee2ead-35b5-43b9-b11a-78c4d6cdccfc',
    // Entra ID Application Changed to Multitenant
    '45126517-a1a2-4406-bea2-3013ce166a69',
  ],
  description:
    'A redirect address was added to an application, and it lies on hosting where everybody can take a name, is not encrypted, or covers any host by a wildcard. Codes and tokens of everyone who signs in to the application go to that address. Whoever holds it, or takes it over when it is given up, receives them for an application that was trusted long before.',
  falsePositives: [
    'A developer tests with a tunnel or a cloud default name such as `azurewebsites.net` before the real name is there.',
    'An old internal application without TLS.',
  ],
  triage: `#### What to look at

- **The address**: \`oauth.redirect.added\`, \`oauth.redirect.added_domains\` and \`oauth.redirect.kind\`. Does the name belong to your organization, does it resolve, and who answers there?
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`, and what it may do. The more it may, the more a stolen token is worth.
- **Who added it**: \`user.email\` or \`oauth.actor_app.name\`; was the account made owner of the application shortly before (\`owner_add\`)?
- **Who signed in since**: \`app_sign_in\` of the same \`oauth.app.id\`. A link with the new address may have been sent to users.

#### What to do

1. Ask the owner of the application whether the address is theirs.
2. If it is not: remove the address, renew the credentials of the application, and revoke the sessions of users who signed in to it since.
3. If it is: have it replaced by a name of your own with TLS.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/reply-url'],
  version: 5,
  changes: [
    { version: 2, alerts: 'more', what: 'alerts on a change that also adds a key, too' },
    {
      version: 3,
      alerts: 'other',
      what: 'is medium: developers use shared hosting for tests, and the address alone takes no token',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 5,
      alerts: 'other',
      what: 'gives way only to rules that are enabled by default',
    },
  ],
  state: 'experimental',
  tests: {
    match: [
      { sample: 'm365/application-changed-at-once' },
      { sample: 'm365/application-redirect-added' },
      { sample: 'entra/audit-application-redirect-added' },
    ],
    noMatch: [{ scenario: 'm365/acts-that-failed' }, { sample: 'm365/application-public-client' }],
  },
})
