import { rule } from '../../lib/rule.ts'

export default rule({
  id: '68af58a0-98fb-4169-849d-1e6c0dfdceb3',
  name: 'Entra ID User Consent Granted for High-Risk Permissions',
  severity: 'medium',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "consent" and oauth.grant.breadth: "user"
  and oauth.grant.tier: ("critical" or "high") and not oauth.app.first_party: true
  and not (oauth.app.users >= 3 and oauth.app.age_days >= 30 and not oauth.app.tier_held: ("low" or "medium") and not (oauth.app.tier_held: "high" and oauth.grant.tier: "critical"))
  and not (oauth.app.granted_hours: * and (oauth.grant.tier: "high" or oauth.app.age_days >= 1)
    and (oauth.app.tier_held: "critical" or (oauth.app.tier_held: "high" and oauth.grant.tier: "high")))`,
  yields: [
    'cross/access-granted-from-new-network',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
    'cross/privileged-account-consents',
    'cross/evil-twin',
    'cross/consent-spread',
  ],
  description:
    'A user granted a third-party application access to sensitive data: mail, files or the directory. Consent phishing produces exactly this event: the sign-in page is genuine, MFA succeeds, no password is stolen, and the application keeps its access after a password change. Attackers also use a consent to turn a stolen session into persistence. If another account consented in the last month, or three accounts have used the application for a month, the rule reports a consent only in two cases: it grants critical permissions on the first day of the application, or permissions of a higher tier than the application ever held. Other rules cover an application that spreads to several accounts, and, with high severity, consents from a new network or to permissions with control of the directory.',
  falsePositives: [
    'The user deliberately chose a mail or calendar client, or a migration or backup tool. Check whether the organization approves the product.',
    'An internal application requests consent from each user.',
    'A user consents to an application that fewer than three colleagues use, or that the tenant has known for less than a month.',
    'A known application requests more permissions for a new feature.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`. Is it known in the tenant (other documents with the same \`oauth.app.id\`)? Does the name imitate another (\`oauth.app.lookalike_of\`, \`oauth.app.name_flags\`)? Is it a known abused application (\`oauth.app.known_abused\`)?
- **Permissions**: \`oauth.grant.scopes\` with \`oauth.grant.tier_reason\`. Permissions to read and send mail together with \`oauth.grant.offline_access\` are typical of mailbox theft.
- **Affected accounts**: \`oauth.account.name\`; is the account privileged?
- **Origin of the link**: the sign-ins of \`user.email\` in the preceding minutes, with network and device. \`source.ip\` on the consent is often an address of the Microsoft token service. Look for emails with a link to a consent page, and for other users who consented to the same \`oauth.app.id\`.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`: mail items, files, sent messages, new inbox rules.`,
  response: `1. Ask the user about the purpose of the application and the origin of the link.
2. If the application is not legitimate: delete the delegated grant of this user, revoke the user’s sessions, and disable the service principal unless other users need it. A password reset alone does not revoke the access.
3. Search for further consents to the same application ID and remove them too.
4. Review the data that it read and the mail that it sent; check the mailbox for new rules and forwarding.
5. Consider limiting user consent to low-impact permissions and applications from verified publishers.`,
  evasion:
    'The attacker requests medium-tier permissions, or uses an application that already holds permissions of this tier, after another account consented in the last month or three accounts used it for a month.',
  references: [
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
  ],
  repeats: { within: '1d', by: ['organization.id', 'service.id', 'oauth.grant.tier'] },
  skipsApprovedApps: true,
  tests: {
    match: [{ sample: 'm365/consent-user-mail' }, { sample: 'entra/audit-consent-user-mail' }],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/consent-user-sign-in-only' },
      { sample: 'm365/consent-blocked-risky' },
      { sample: 'm365/consent-first-party-client' },
    ],
  },
})
