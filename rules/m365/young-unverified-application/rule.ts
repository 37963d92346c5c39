import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ba909c1a-1879-4131-b7e7-02d36ad38962',
  name: 'Entra ID High-Risk Consent to a New Application of an Unverified Publisher',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.app.verified: false
  and oauth.grant.tier: ("critical" or "high") and not oauth.app.age_days > 7
  and not oauth.app.own_tenant: true and not oauth.app.first_party: true`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // Entra ID Application Impersonating a Known Brand
    '9959c8bb-36e9-4891-ad7f-3d3224b99702',
  ],
  description:
    'Somebody consented to far-reaching permissions for an application that came into the tenant in the last days, is registered elsewhere, and whose publisher Microsoft has not verified. Applications made for consent phishing look like this: new, anonymous, and greedy. An application that is here to stay gets its publisher verified, which costs its maker little.',
  falsePositives: ['A young tool of a small supplier that is being tried out.', 'An application of a sister company.'],
  triage: `#### What to look at

- **Who made it**: \`oauth.app.owner_tenant\`, \`oauth.app.publisher\`; whether its name imitates another (\`oauth.app.lookalike_of\`).
- **What it may do now**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Who consented, and who else**: \`user.email\`, \`oauth.app.users\`. Several in a few days: look for the message that led them there.
- **What it does**: \`app_use\` and \`app_sign_in\` of the same \`oauth.app.id\`.

#### What to do

1. Ask those who consented where the link came from.
2. If nobody can say what it is for, disable it in the tenant, remove its grants, and look at what it read.`,
  setup:
    'Needs the entity store of the pipeline and an inventory of service principals: whether a publisher is verified stands in no audit log. An inventory within two days of the consent is in time: the consent is then annotated anew, and judged again. In a hunt any later one will do.',
  requires: ['inventory'],
  parameters: { days: 'oauth.app.age_days >' },
  skipsApprovedApps: true,
  state: 'experimental',
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'gives way to the rule on names of known brands, which sees lasting access to a sign-in, too',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
