import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9959c8bb-36e9-4891-ad7f-3d3224b99702',
  name: 'Entra ID Application Impersonating a Known Brand',
  severity: 'medium',
  severityByTier: { critical: 'high', high: 'high' },
  attack: ['T1671', 'T1036.005', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and (
    (oauth.app.lookalike_of: * and oauth.action: ("consent" or "sp_add" or "app_register" or "app_update"))
    or (oauth.app.name_flags: "lure" and oauth.action: "consent" and oauth.grant.tier: ("low" or "medium") and oauth.grant.breadth: "user"
      and not oauth.app.first_party: true and not oauth.app.age_days >= 1))`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
  ],
  description:
    'The name of an application reads like one of Microsoft’s, Google’s or of the organization itself, while the application is none of theirs: letters of another alphabet, digits for letters, added blanks, or the plain name. On the consent screen the name is most of what a user sees. The rule also alerts when users grant a sign-in on its first day to an application with a name that consent phishing borrows (Adobe, DocuSign): the permissions look harmless, and the page behind the consent steals the session.',
  falsePositives: [
    'An internal application named after the product it works with.',
    'A vendor’s product with the brand in its name, such as a connector.',
    'The vendor’s own application on the first day that somebody uses it.',
  ],
  triage: `#### What to look at

- **The name**: \`oauth.app.name\`, and what it imitates: \`oauth.app.lookalike_of\`; \`oauth.app.name_flags: lure\` marks a borrowed name. Compare the id with the one that the vendor publishes.
- **Which application**: \`oauth.app.id\`, home tenant \`oauth.app.owner_tenant\`, redirect addresses (\`oauth.redirect.added\`).
- **What it got**: \`oauth.grant.scopes\`, for whom: \`oauth.account.name\`.
- **Others**: further consents to the same \`oauth.app.id\`, mail with a link to it.

#### What to do

1. If it is registered here: ask who registered it, and have it renamed.
2. If not: delete its grants, disable the service principal, and treat the users who consented as phished.`,
  evasion: 'The intruder picks a name without a brand and without the usual words of lures.',
  version: 6,
  changes: [
    { version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    {
      version: 3,
      alerts: 'other',
      what: 'is high for the critical and high tier alone, else medium: many vendors have a brand in the name of an integration',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 5,
      alerts: 'more',
      what: 'alerts on the first day of an application that bears a name which consent phishing borrows and asks for a sign-in',
    },
    {
      version: 6,
      alerts: 'more',
      what: 'alerts on such an application, too, when it asks for lasting access to the sign-in (offline_access)',
    },
  ],
  tests: {
    match: [],
    noMatch: [{ sample: 'm365/consent-user-mail' }, { sample: 'm365/application-name-refused' }],
  },
})
