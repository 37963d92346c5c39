import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9959c8bb-36e9-4891-ad7f-3d3224b99702',
  name: 'Entra ID Application Impersonating a Known Brand or a Removed Application',
  severity: 'medium',
  severityByTier: { critical: 'high', high: 'high' },
  attack: ['T1671', 'T1036.005', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `(event.outcome: "success" and (
    (oauth.app.lookalike_of: * and oauth.action: ("consent" or "sp_add" or "app_register" or "app_update"))
    or (oauth.action: "consent" and oauth.app.twin_ended: true and oauth.grant.tier: ("critical" or "high") and oauth.grant.breadth: "user" and not oauth.app.own_tenant: true and not oauth.app.established: true and not oauth.app.approved: true)
    or (oauth.action: "consent" and oauth.grant.tier: ("low" or "medium") and oauth.grant.breadth: "user"
      and not oauth.app.first_party: true and not oauth.app.age_days >= 1
      and (oauth.app.name_flags: "lure" or ((oauth.app.name_flags: "reserved" or (oauth.app.name_flags: "tenant_words" and oauth.app.own_tenant: false))
        and not oauth.app.own_tenant: true and not oauth.app.verified: true and not oauth.app.approved: true)))))
  or (event.outcome: "failure" and not oauth.app.first_party: true
    and ((oauth.action: ("app_register" or "sp_add") and (oauth.app.lookalike_of: * or oauth.app.name_flags: ("reserved" or "lure")))
      or (oauth.action: ("consent" or "consent_block") and (oauth.app.lookalike_of: *
          or (oauth.action: "consent_block" and oauth.app.name_flags: "reserved" and not oauth.grant.tier: ("critical" or "high")))
        and not oauth.app.own_tenant: true and not oauth.app.verified: true and not oauth.app.approved: true and not oauth.app.age_days >= 1)))`,
  repeats: { within: '7d', by: ['service.id', 'event.outcome', 'oauth.grant.tier'] },
  yields: ['m365/known-abused-application'],
  description:
    'The name of an application resembles a name of Microsoft, Google or the organization, but the application belongs to none of them. The name uses homoglyphs, digits for letters, extra spaces, or the exact name of a brand. The name is the most visible part of a consent screen. The rule also alerts if users grant basic sign-in permissions to an application with a typical lure name (Adobe, DocuSign) on its first day: the permissions look harmless, and the page behind the consent steals the session. The rule also covers a brand with common words (Outlook Calendar Assistant). A refused attempt with such a name also counts. So does a second application with the name of one that was removed in the last month.',
  conditions: `- An application with the disguised or exact name of a brand, or of the organization, is registered, added, renamed or granted access.
- A user grants basic or medium permissions, on the first day of an application, to a name that begins with a typical lure (Adobe, DocuSign, Salesforce), contains a name of Microsoft, or is registered elsewhere and begins with the name of the organization. Other rules cover higher permissions.
- A user grants high or critical permissions to an application from another tenant. It has the name of an application that was disabled or deleted in the last month. The links of a phishing campaign stay in calendars and chats, and the attacker redirects them to the next application. An application that many accounts have used for a month does not count.
- A registration with the name of a brand, or the consent to an application that imitates a name of Microsoft, was refused. A brand with common words counts only if Entra ID blocked a consent to basic or medium permissions, not if a fault stopped it.
- Does not alert on a brand after a word such as *for* or *with*, as in *Backup for OneDrive*, nor on common words in the name of an approved application, an application of the organization, or one of a verified publisher.`,
  falsePositives: [
    'A vendor moves its product to another client ID, and an administrator removes the old one.',
    'An internal application named after a product that it works with.',
    'A vendor’s product with the brand in its name, such as a connector.',
    'The vendor’s own application on the first day of its use.',
    'A small vendor makes an add-in for a product, and puts the name of the product before its own.',
  ],
  investigation: `- **Name**: \`oauth.app.name\`, and the imitated name: \`oauth.app.lookalike_of\`; \`oauth.app.name_flags: lure\` marks a typical lure name. Compare the ID with the ID that the vendor publishes.
- **Application**: \`oauth.app.id\`, home tenant \`oauth.app.owner_tenant\`, redirect URIs (\`oauth.redirect.added\`).
- **Permissions**: \`oauth.grant.scopes\`; account: \`oauth.account.name\`.
- **Other accounts**: further consents to the same \`oauth.app.id\`, emails with a link to it.`,
  response: `1. If it is registered in this tenant: ask the registrant, and rename it.
2. If not: delete its grants, disable the service principal, and treat the consenting users as phished.`,
  evasion:
    'The attacker chooses a name without a brand and without typical lure words, such as *Secure Document Viewer*, or writes the brand after *for*.',
  tests: { match: [{ sample: 'm365/application-name-refused' }], noMatch: [{ sample: 'm365/consent-user-mail' }] },
})
