import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2e4d1ad1-4de2-49a5-8a34-cb1ee556bcf3',
  type: 'new_terms',
  name: 'Entra ID First Consent to an Application in Three Months',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium")
  and not oauth.app.first_party: true`,
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-90d',
  skipsApprovedApps: true,
  description:
    'An application was consented to that nobody in the tenant consented to in the last ninety days, and it got more than a sign-in. Applications come in once; that moment is the time to look at one, before twenty people use it. One alert for each application, not for each user.',
  falsePositives: [
    'A new product, chosen by a user or a department. It is worth a short look all the same: that is what the rule is for.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`: home tenant (\`oauth.app.owner_tenant\`), publisher, redirect addresses.
- **What it got**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`, \`oauth.grant.breadth\`.
- **Who**: \`user.email\`, from \`source.ip\`; where did the link come from?

#### What to do

1. Decide: wanted, tolerated or not. Write it down in the environment file (\`approvedApps\`), or have it removed.
2. If it came by a mail nobody expected: treat the account as phished.`,
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions'],
  noise: { perThousand: 0.15, because: 'New tools come up every month.' },
  tests: {
    match: [],
    noMatch: [],
  },
})
