import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1d81b69f-50e8-409d-81c0-0fafceaf6a83',
  type: 'new_terms',
  name: 'Google Workspace OAuth Application Authorized for the First Time in Three Months',
  severity: 'medium',
  attack: ['T1671', 'T1528'],
  datasets: ['google_workspace.token'],
  language: 'kuery',
  query:
    'oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true',
  newTermsFields: ['service.id'],
  historyWindowStart: 'now-90d',
  skipsApprovedApps: true,
  description:
    'An application got access to data that nobody in the domain authorized in the last ninety days. Applications come in once; that is the time to look at one, before many use it. One alert for each application, not for each user.',
  falsePositives: [
    'A new product or add-on, chosen by a user. It is worth a short look all the same: that is what the rule is for.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`, Google Cloud project \`oauth.app.registration_id\`.
- **What it got**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Who**: \`user.email\`, from \`source.ip\`; where did the link come from?

#### What to do

1. Decide: wanted, tolerated or not. Write it down in the environment file (\`approvedApps\`) and in API controls.
2. If it came by a mail nobody expected: revoke the tokens and treat the account as phished.`,
  references: ['https://support.google.com/a/answer/7281227'],
  noise: { perThousand: 0.15, because: 'New tools come up every month.' },
  tests: {
    match: [],
    noMatch: [],
  },
})
