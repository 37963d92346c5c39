import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f2a5942-0495-4cd9-b151-608c2522d723',
  name: 'Entra ID Conditional Access Weakened for an Application',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "policy_change" and oauth.policy.direction: "loosened"
  and oauth.policy.setting: ("excludeApplications" or "state")`,
  description:
    'A conditional access policy was switched off or deleted, or an application was put among those that it leaves out. Sign-ins to that application then need no second factor, no known device and no known network; with its tokens, the data behind it is reached in the same way. The policy itself still stands in the list, and looks as before.',
  falsePositives: [
    'A planned change, such as an application that cannot take a second factor, with a ticket.',
    'A policy that is replaced by another one on the same day.',
  ],
  triage: `#### What to look at

- **Which policy**: \`oauth.policy.name\`. What changed: \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`. Members of \`excludeApplications\` are client ids; \`Office365\` stands for all of it.
- **Which application is excepted**: the new id as \`oauth.app.id\` in all datasets: since when is it here, who owns it, who signs in to it?
- **Who changed it**: \`user.email\`, from \`source.ip\`. Is the account one that changes policies, and how did it sign in?
- **What came through**: \`app_sign_in\` of that application since, above all with a single factor and from new networks.

#### What to do

1. Ask the owner of the policy.
2. If it was not meant: set it back at once, end the sessions of those who signed in to the application since, and examine the account that changed it as compromised.`,
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-cloud-apps',
  ],
  state: 'experimental',
  tests: {
    match: [
      { sample: 'm365/conditional-access-application-excepted' },
      { scenario: 'm365/conditional-access-switched-off' },
    ],
    noMatch: [{ sample: 'm365/authorization-policy-loosened' }],
  },
})
