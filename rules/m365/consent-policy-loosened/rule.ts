import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f1a98a37-249d-4b90-89fe-9e55cbe26f3b',
  name: 'Entra ID User Consent Policy Weakened',
  severity: 'high',
  attack: ['T1671', 'T1562'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "policy_change" and oauth.policy.direction: "loosened"
  and not oauth.policy.setting: ("excludeApplications" or "state")`,
  description:
    'A policy that limits what users may consent to, or which applications they may register, was loosened. Such a policy is what stands between a consent phishing mail and a mailbox; an attacker with an administrator’s session opens it first, and it stays open for everyone.',
  falsePositives: [
    'A planned change, with a ticket and by the team that owns the policy.',
    'A new test tenant that is being set up.',
  ],
  triage: `#### What to look at

- **What changed**: \`oauth.policy.name\`, \`oauth.policy.setting\`, from \`oauth.policy.old\` to \`oauth.policy.new\`.
- **Who changed it**: \`user.email\`; is the account one that changes policies, from its usual network (\`source.ip\`)?
- **What was done with it**: \`consent\`, \`app_register\` and \`sp_add\` in the hours since; blocked consents (\`consent_block\`) shortly before.

#### What to do

1. Ask the owner of the policy.
2. If it was not meant: set it back, and review each consent given since.
3. Examine the account that changed it as compromised.`,
  evasion: 'The intruder has an administrator consent, which no policy on users prevents.',
  references: ['https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent'],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'leaves policies of conditional access, which are read now, to a rule of their own; the alerts are the same',
    },
  ],
  tests: {
    match: [{ sample: 'm365/authorization-policy-loosened' }, { sample: 'entra/audit-authorization-policy-loosened' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/authorization-policy-tightened' },
      { sample: 'm365/conditional-access-application-excepted' },
      { scenario: 'm365/conditional-access-switched-off' },
    ],
  },
})
