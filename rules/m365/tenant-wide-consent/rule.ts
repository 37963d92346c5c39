import { rule } from '../../lib/rule.ts'

export default rule({
  id: '96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd',
  name: 'Entra ID Tenant-Wide Consent Granted to a Third-Party Application',
  severity: 'medium',
  severityByTier: { critical: 'high', medium: 'low', low: 'low' },
  attack: ['T1671', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.grant.breadth: "tenant" and oauth.grant.scopes_added: *
  and not oauth.app.first_party: true and not (oauth.app.own_tenant: true and not oauth.app.kind: "agent" and not oauth.act.network_age_hours: *
    and not (oauth.grant.tier: "critical" and oauth.grant.scopes_added: (Mail* or Policy.* or Domain.* or UserAuth*)))
  and (oauth.action: "consent"
    or (oauth.action: "delegated_grant" and not user_agent.original: ("EvoSTS" or *AppleWebKit* or *Firefox*)))`,
  yields: [
    'cross/access-granted-from-new-network',
    'm365/known-abused-application',
    'cross/privileged-account-consents',
    'm365/lookalike-application',
    'm365/young-unverified-application',
  ],
  description:
    'An administrator consented to an application on behalf of the whole organization, and the application gained permissions. The application now acts for every present and future user without their consent. The grant belongs to no account. It remains when the administrator is disabled, loses the role, or changes the password.',
  conditions: `- An administrator consents to a third-party application on behalf of the whole organization, and the application gains permissions.
- A script, or an application that often makes grants, creates such a grant through the API, without a consent screen.
- An administrator consents to an application that is registered in the tenant itself, and the application gains critical permissions for mail, policies, domains or authentication methods.
- An administrator consents to an application that is registered in the tenant itself, and the administrator first signed in from the network within the last week.
- An administrator consents to an agent, even if the agent is registered in the tenant itself. An agent follows instructions in the mail and files that it reads.
- Does not alert on other consents to applications that are registered in the tenant itself: administrators register applications for their own scripts. Another rule covers the first consent to high-risk permissions for such an application.
- Does not alert on a repeated consent to existing permissions.
- Excludes consents from a network that is new to the administrator, and grants by other applications. A high-severity rule covers them.`,
  falsePositives: [
    'A planned rollout: an application owner requested admin consent, and an administrator granted it. A request or change record exists, and the application ID matches the vendor’s documentation.',
    'A software vendor requests an additional permission in a new release of an established application.',
    'Administrators of a development tenant consent to their own applications.',
  ],
  investigation: `- **Application**: \`oauth.app.name\` and \`oauth.app.id\`. A name proves nothing. Compare the ID with the vendor’s documentation, and check the service principal \`oauth.app.object_id\` in Entra: publisher and its verification, home tenant (\`oauth.app.owner_tenant\`), redirect URIs.
- **Permissions**: \`oauth.grant.scopes_added\` and \`oauth.grant.tier_added\`. Permissions for mail, files, the directory or applications need a review within the hour. \`oauth.grant.offline_access\` means access while no user is signed in.
- **Granting account**: \`user.email\`. Check sign-in, method and network for anomalies. On consent screens, \`source.ip\` is often an address of the Microsoft token service, so use the network of the sign-in seconds before.
- **Related records**: search \`oauth.act.bundle\` for application permissions (\`app_role_grant\`) in the same grant.
- **Activity since then**: search \`app_sign_in\` and \`app_use\` events for \`oauth.app.id\`, and list the affected accounts (\`oauth.account.name\`).`,
  response: `1. Ask the administrator through another channel whether the consent was intended.
2. If nobody confirms the consent: disable sign-in for the service principal, then delete the grant and any application permissions. Disabling the administrator’s account revokes neither.
3. Treat the administrator’s account as compromised: revoke sessions, reset credentials, check authentication methods and other changes by the account.
4. List the data read in the meantime; issued tokens work until they expire.
5. If the consent was intended, add the application to the approved applications in the environment file, with a reason.`,
  evasion:
    'The attacker persuades users to consent one by one, or registers an application in the tenant and consents from a known network to permissions for files, sites or users.',
  setup: 'Requires the entity store of the pipeline for consents from a new network to applications of the tenant.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/manage-application-permissions',
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
  ],
  skipsApprovedApps: true,
  tests: {
    match: [{ sample: 'm365/consent-tenant-wide' }, { sample: 'entra/audit-consent-tenant-wide' }],
    noMatch: [
      { sample: 'm365/delegated-grant-added' },
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/consent-tenant-wide-repeated' },
      { sample: 'm365/consent-admin-for-self' },
    ],
  },
})
