import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f1a98a37-249d-4b90-89fe-9e55cbe26f3b',
  name: 'Entra ID User Consent or Access Package Policy Weakened',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "policy_change" and oauth.policy.direction: "loosened"
  and not oauth.policy.setting: (conditions.* or "grantControls" or sessionControls.* or "state" or "AuthenticationMode" or "AccessControlPolicy" or "restrictions" or "Access management for Azure resources"
    or "trusted networks" or "audit plan" or "license")
  and not event.provider: "Exchange" and not event.action: (*cross-tenant* or *MultiTenantOrg* or *multi*tenant*org* or Add*partner*to*company*)`,
  description:
    'A policy that limits user consent or application registration was weakened. Such a policy is the only barrier between a consent phishing email and a mailbox. An attacker with an administrator’s session weakens the policy first, and the policy then remains weak for all users. The rule also alerts if an access package policy admits every external user without approval: anyone can then become a guest with the groups and applications of the package.',
  falsePositives: ['A planned and approved change by the team that owns the policy.', 'Setup of a new test tenant.'],
  investigation: `- **Change**: \`oauth.policy.name\`, \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`.
- **Actor**: \`user.email\`; does the account usually change policies, and from this network (\`source.ip\`)?
- **Use**: \`consent\`, \`app_register\` and \`sp_add\` in the following hours; blocked consents (\`consent_block\`) shortly before.
- **Access package**: resources added to it (\`Update access package\`), and its requests since then: which guests are in its groups, and which roles do these groups hold?`,
  response: `1. Ask the owner of the policy.
2. If the change was not intended: revert it, and review each consent since then.
3. Treat the account that changed the policy as compromised.`,
  evasion:
    'The attacker persuades an administrator to consent, which no user consent policy prevents, or opens the access package to one connected organization.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent'],
  tests: {
    match: [{ sample: 'm365/authorization-policy-loosened' }, { sample: 'entra/audit-authorization-policy-loosened' }],
    noMatch: [
      { scenario: 'm365/network-trusted' },
      { scenario: 'm365/audit-product-replaced-from-new-network' },
      { scenario: 'm365/audit-plan-turned-off' },
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/authorization-policy-tightened' },
      { sample: 'm365/conditional-access-application-excepted' },
      { scenario: 'm365/conditional-access-switched-off' },
    ],
  },
})
