import { rule } from '../../lib/rule.ts'

export default rule({
  id: '0766e1ef-e1f4-48c2-b667-8d2bee4fbe3a',
  name: 'Google Workspace API Controls or Device Rules Weakened, or Alert Rules Switched Off',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['google_workspace.admin'],
  query: `oauth.action: "policy_change" and oauth.policy.direction: "loosened"
  and (oauth.policy.name: ("App access control" or "API access" or "Google service access" or "On-device access")
    or (oauth.policy.name: ("Marketplace apps" or "Alert rules" or "Context-aware access" or "Two-step verification") and oauth.act.network_age_hours: *))`,
  repeats: { within: '1d', by: ['oauth.act.series', 'oauth.policy.name', 'oauth.policy.setting'] },
  description:
    'An API control was weakened, or the Marketplace was opened from a new network. A previously blocked application now needs only one click by one user. The rule also covers alert rules, context-aware access rules and 2-Step Verification that are weakened from a new network. An intruder suppresses later warnings, or makes stolen tokens and passwords work again.',
  conditions: `- An API control is weakened: all third-party applications are unblocked, or a service such as Gmail or Drive is opened to all third-party applications.
- An API control is weakened: internal applications become trusted automatically, or the Admin API is enabled.
- The Marketplace is opened from a network that the administrator first used in the preceding week.
- An administrator switches off or deletes an alert rule, or switches off its emails or removes all their recipients, from such a network. An intruder suppresses later warnings about sign-ins, new administrators and exports.
- A context-aware access rule loses the APIs, the Google clients or its last access level, or receives a further or different level, from such a network. Stolen tokens and passwords work again, perhaps only for a night.
- 2-Step Verification is no longer allowed or enforced, after a change from such a network. Stolen tokens and passwords work again, perhaps only for a night.`,
  falsePositives: [
    'The team responsible for API controls carries out a planned change, usually for one organizational unit first.',
    'An administrator opens a service for a tested integration.',
    'An administrator on a business trip relaxes a device rule for colleagues there, or replaces its access level with a stricter one.',
  ],
  investigation: `- **Weakened setting**: \`oauth.policy.name\`, \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`; scope: \`oauth.policy.scope\`. For a context-aware access rule, \`google_workspace.admin.application.name\` names the service: was the rule restored hours later?
- **Actor**: \`user.email\`, from \`source.ip\`. Is this administrator responsible for API controls?
- **Later consents**: \`consent\` to applications with \`oauth.grant.tier\` high since then, especially previously blocked applications.
- **Related activity**: other changes of the same session in \`google_workspace.admin\`: trusted applications, delegation, roles.`,
  response: `1. Ask the administrator about the change, through another channel.
2. If the change was not intended: revert it at once, then revoke all authorizations granted in between.
3. Revoke the administrator’s sessions, and check MFA methods and recovery information of the account.`,
  evasion:
    'The attacker uses an application that the controls already allow, edits an access level itself instead of its assignment, or weakens 2-Step Verification in another way: longer periods for enrollment or new users, weaker methods, trusted devices.',
  references: ['https://support.google.com/a/answer/7281227', 'https://support.google.com/a/answer/13583073'],
  tests: {
    match: [
      { sample: 'google-workspace/admin-gmail-opened-to-apps' },
      { sample: 'google-workspace/admin-domain-owned-apps-trusted' },
      { sample: 'google-workspace/admin-third-party-apps-unblocked' },
      { sample: 'google-workspace/admin-oauth-access-to-all-apis' },
      { sample: 'google-workspace/admin-unconfigured-apps-opened' },
      { sample: 'google-workspace/admin-on-device-access-unblocked' },
    ],
    noMatch: [
      { sample: 'google-workspace/admin-gmail-closed-to-apps' },
      { sample: 'google-workspace/admin-domain-owned-apps-untrusted' },
      { sample: 'google-workspace/admin-third-party-apps-blocked' },
      { sample: 'google-workspace/admin-third-party-apps-sign-in-only' },
    ],
  },
})
