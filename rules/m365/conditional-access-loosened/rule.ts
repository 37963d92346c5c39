import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f2a5942-0495-4cd9-b151-608c2522d723',
  name: 'Entra ID Conditional Access Weakened for an Application',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "policy_change" and oauth.policy.direction: "loosened"
  and oauth.policy.setting: ("excludeApplications" or "state")`,
  description:
    'A Conditional Access policy was disabled or deleted, or an application was added to its exclusions. Sign-ins to that application then need no MFA, no compliant device and no trusted network, and its tokens give the same unprotected access to the data. An exclusion is easy to overlook: the policy remains in the list and remains enabled.',
  falsePositives: [
    'A planned and approved change, for example for an application that does not support MFA.',
    'Another policy replaces the policy on the same day.',
  ],
  triage: `#### Investigation

- **Policy**: \`oauth.policy.name\`. Change: \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`. Members of \`excludeApplications\` are client IDs; \`Office365\` covers all Office 365 applications.
- **Excluded application**: the new ID as \`oauth.app.id\` in all datasets: its first appearance, its owner, its users.
- **Actor**: \`user.email\`, from \`source.ip\`. Does the account usually change policies? How did it sign in?
- **Later sign-ins**: \`app_sign_in\` of that application, especially with a single factor and from new networks.

#### Response

1. Ask the owner of the policy.
2. If the change was not intended: revert it at once, revoke the sessions of the users who signed in to the application since then, and treat the actor as compromised.`,
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
