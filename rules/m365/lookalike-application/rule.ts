import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9959c8bb-36e9-4891-ad7f-3d3224b99702',
  name: 'Entra ID Application Impersonating a Known Brand',
  severity: 'medium',
  severityByTier: { critical: 'high', high: 'high' },
  attack: ['T1671', 'T1036.005', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and (
    (oauth.app.lookalike_of: * and oauth.action: ("consent" or "sp_add" or "app_register" or "app_update"))
    or (oauth.app.name_flags: "lure" and oauth.action: "consent" and oauth.grant.tier: ("low" or "medium") and oauth.grant.breadth: "user"
      and not oauth.app.first_party: true and not oauth.app.age_days >= 1))`,
  yields: ['m365/known-abused-application'],
  description:
    'The name of an application resembles a name of Microsoft, Google or the organization, but the application belongs to none of them. The name uses homoglyphs, digits for letters, extra spaces, or the exact name of a brand. It is the most visible part of a consent screen. The rule also alerts if users grant basic sign-in permissions to an application with a typical lure name (Adobe, DocuSign) on its first day: the permissions look harmless, and the page behind the consent steals the session.',
  falsePositives: [
    'An internal application named after a product that it works with.',
    'A vendor’s product with the brand in its name, such as a connector.',
    'The vendor’s own application on the first day of its use.',
  ],
  investigation: `- **Name**: \`oauth.app.name\`, and the imitated name: \`oauth.app.lookalike_of\`; \`oauth.app.name_flags: lure\` marks a typical lure name. Compare the ID with the ID that the vendor publishes.
- **Application**: \`oauth.app.id\`, home tenant \`oauth.app.owner_tenant\`, redirect URIs (\`oauth.redirect.added\`).
- **Permissions**: \`oauth.grant.scopes\`; account: \`oauth.account.name\`.
- **Other accounts**: further consents to the same \`oauth.app.id\`, emails with a link to it.`,
  response: `1. If it is registered in this tenant: ask the registrant, and rename it.
2. If not: delete its grants, disable the service principal, and treat the consenting users as phished.`,
  evasion: 'The attacker chooses a name without a brand and without typical lure words.',
  tests: { noMatch: [{ sample: 'm365/consent-user-mail' }, { sample: 'm365/application-name-refused' }] },
})
