import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2e4d1ad1-4de2-49a5-8a34-cb1ee556bcf3',
  type: 'new_terms',
  name: 'Microsoft 365 Application Granted First Consent in Three Months, or Blocked as Risky',
  severity: 'medium',
  severityByTier: { medium: 'low' },
  attack: ['T1671', 'T1528', 'T1213'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `((event.outcome: "success" and ((oauth.action: "consent" and oauth.grant.tier: ("critical" or "high" or "medium"))
      or (oauth.action: "app_install" and oauth.grant.scopes: * and not oauth.app.last_used: *))
      and (not oauth.app.age_days >= 7
        or (oauth.app.own_tenant: true and oauth.grant.breadth: "tenant" and oauth.grant.scopes_added: * and oauth.grant.tier: ("critical" or "high")))
      and not (oauth.app.granted_hours: * and oauth.app.tier_held: ("critical" or "high" or "medium")))
    or (oauth.action: "consent_block" and oauth.grant.risky: true))
  and not (oauth.grant.tier: "medium" and oauth.app.own_tenant: true and oauth.act.routine: true)
  and not oauth.app.first_party: true`,
  newTermsFields: ['service.id', 'event.outcome'],
  historyWindowStart: 'now-90d',
  skipsApprovedApps: true,
  yields: [
    'cross/access-granted-from-new-network',
    'cross/reconsent-after-removal',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
    'cross/privileged-account-consents',
    'cross/evil-twin',
    'm365/tenant-wide-consent',
    'm365/high-tier-user-consent',
  ],
  description:
    'A user or administrator consented to an application that nobody in the tenant had consented to in the preceding ninety days, and it received more than basic sign-in permissions. Review an application at its first consent, before twenty people use it. The rule raises one alert per application, not per user, and one more if a consent was also blocked; its severity is low for medium-tier permissions, such as calendars. It also alerts if the owner of a team adds an application that has access to the messages or files of this team: the directory records no such consent, and no administrator is involved. A consent that Microsoft blocked as risky also counts: the user followed a link, and the attacker may next approach other users or an administrator.',
  conditions: `- A user or administrator consents to an application that nobody consented to in the preceding ninety days, for more than sign-in permissions.
- An administrator consents, for all users, to high-risk permissions for an application that is registered in your own tenant. The application may be months old, but nobody has granted it more than sign-in permissions before.
- The owner of a team adds an application with access to the data of this team.
- Microsoft rates an application as risky and blocks the consent of a user (\`oauth.grant.risky\`), for the first time in ninety days, even if the application is known. One refusal is enough: another rule counts refusals of several users.
- Excludes an application registered in your own tenant that receives only medium-tier permissions, such as calendars, if its user also consented to an application at least a week earlier. Such a user is usually a developer who tests new versions.`,
  falsePositives: [
    'A new product, chosen by a user or a department. Such a product still deserves a short review, which is the purpose of this rule.',
    'Entra ID blocks the consent to a new product of a small unverified vendor.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\`: home tenant (\`oauth.app.owner_tenant\`), publisher, redirect URIs.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`, \`oauth.grant.breadth\`.
- **Actor**: \`user.email\`, from \`source.ip\`; origin of the link.
- **Blocked consent**: \`oauth.grant.reason\`; other accounts with \`consent\`, \`consent_request\` or \`consent_block\` for the same \`oauth.app.id\`.
- **Teams**: \`o365.audit.TeamName\`; \`o365.audit.AppDistributionMode\` shows the store, the organization’s catalog, or an upload.`,
  response: `1. Decide whether to approve, tolerate or block the application. Record the decision in the environment file (\`approvedApps\`), or remove the application.
2. If the request came in an unexpected email, treat the account as phished. This includes a blocked consent: the page before it may have captured the session. Remove the message, and warn administrators not to approve the application.`,
  evasion:
    'The attacker first requests only permissions of the low tier, such as sign-in, and requests the others after a week, or uses an application to which another account of the tenant already consented.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
    'https://learn.microsoft.com/en-us/microsoftteams/resource-specific-consent',
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-risk-based-step-up-consent',
  ],
  noise: {
    perThousand: 0.2,
    because: 'Users adopt new tools every month, and Entra ID blocks several consents to small vendors.',
  },
  tests: { noMatch: [{ sample: 'm365/teams-app-installed-plain' }] },
})
