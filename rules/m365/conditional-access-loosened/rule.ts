import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3f2a5942-0495-4cd9-b151-608c2522d723',
  name: 'Microsoft 365 Access Policy Weakened, or Access Opened to Another Tenant',
  severity: 'medium',
  attack: ['T1671', 'T1562', 'T1556', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "policy_change"
  and ((oauth.policy.direction: "loosened" and oauth.policy.setting: (conditions.* or "grantControls" or sessionControls.* or "state" or "UserSyncInbound" or "restrictions"
      or MailboxMove* or "Outbound" or "TargetEndpoint" or "Access management for Azure resources"
        or "trusted networks"))
    or oauth.policy.setting: "LiveType"
    or (oauth.policy.direction: "tightened" and event.provider: "Exchange" and oauth.act.network_age_hours: *)
    or (event.action: Add*policy*to* and oauth.act.network_age_hours: *))`,
  yields: ['cross/domain-federated'],
  description:
    'A policy that protects sign-ins or applications was weakened, access to Azure was elevated, or another tenant gained a path to accounts or mailboxes. Sign-ins under an exclusion from a Conditional Access policy need no MFA, no compliant device and no trusted network. An attacker with the account of an administrator, or with the secret of an application that deploys policies, excludes one group, and later signs in with only a password. An exclusion is easy to overlook, because the policy remains listed and enabled. Elevated access to Azure remains until somebody removes it.',
  conditions: `- A Conditional Access policy is disabled or deleted.
- A Conditional Access policy receives an exclusion, such as an application, an account, a group or a location.
- A Conditional Access policy requires less than before: it no longer requires MFA, a compliant device or a stricter authentication strength, or it accepts one of several controls. Or sign-ins remain valid for longer.
- A Conditional Access policy applies to fewer sign-ins than before: fewer accounts or applications, or a new condition, such as one platform.
- A change to a policy that is disabled or in report-only mode does not count: such a policy enforces nothing.
- A trusted location receives an address range. Sign-ins from this range may need no second factor, and do not raise the risk level.
- A domain leaves its identity provider, so that Entra ID checks its passwords again. If the actor works from a new network, another rule alerts instead.
- A partner tenant is allowed to synchronize its accounts. Its administrators can then create accounts here at any time, even after a cleanup.
- An organization relationship or a mailbox move lets another organization pull mailboxes out of Exchange.
- A Global Administrator elevates their access to all Azure subscriptions. This right is not a role of Entra ID, and remains until somebody removes it.
- An administrator removes a relationship with another organization, or another path for outbound mail, within a week of the first sign-in from a network. An intruder removes the path after the mailboxes have moved.
- An app management policy loses a restriction, such as the ban on new secrets. An attacker lifts the ban for a few minutes and adds a secret, which remains valid after the exception ends.
- An app management policy without restrictions exempts some applications.
- An account assigns any policy to an application within a week of the account’s first sign-in from its newest network.`,
  falsePositives: [
    'A planned and approved change, for example for an application that does not support MFA, or for a traveling employee.',
    'An office gets another internet connection.',
    'Another policy replaces the policy on the same day, or a pilot group moves to another policy.',
    'Applications of a supplier that does not support certificates receive an exception.',
    'Two companies in one group or in a merger synchronize their accounts or move mailboxes.',
    'A Global Administrator regains access to a subscription without an owner.',
  ],
  investigation: `- **Policy**: \`oauth.policy.name\`. Change: \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`. Members of \`excludeApplications\` are client IDs; \`Office365\` covers all Office 365 applications.
- **Exclusion**: the members of an excluded group, and the dates when they joined; the owner and the users of an excluded application.
- **Trusted networks**: \`oauth.policy.new\` without \`oauth.policy.old\`: the owner of the new range, and the sign-ins from there.
- **Actor**: \`user.email\`, from \`source.ip\`, or \`oauth.actor_app.name\` and the networks of its sign-ins. Does it usually change policies?
- **Azure** (\`Access management for Azure resources\`): role assignments of the account at the scope \`/\`, and its acts in the Azure activity log.
- **Mailboxes**: \`oauth.policy.scope\` and \`o365.audit.Parameters\` name the other organization. Find new applications with \`Mailbox.Migration\`.
- **App management policy**: secrets and certificates added (\`credential_add\`) while the exception applied, and their use since then.
- **Later sign-ins**: \`app_sign_in\` under the exclusion, especially with a single factor and from new networks.`,
  response: `1. Ask the owner of the policy.
2. If the change was not intended: revert it at once, revoke the sessions of the accounts that signed in under the exclusion since then, and treat the actor as compromised.`,
  evasion:
    'The attacker adds an account to a group that a policy already excludes, or assigns an existing exception from a known network.',
  references: [
    'https://learn.microsoft.com/en-us/azure/role-based-access-control/elevate-access-global-admin',
    'https://learn.microsoft.com/en-us/entra/identity/conditional-access/concept-conditional-access-cloud-apps',
  ],
  tests: {
    match: [
      { sample: 'm365/conditional-access-application-excepted' },
      { scenario: 'm365/conditional-access-switched-off' },
      { scenario: 'm365/network-trusted' },
      { scenario: 'm365/domain-returns-to-managed' },
    ],
    noMatch: [{ sample: 'm365/authorization-policy-loosened' }],
  },
})
