import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'eafb8b7d-83f1-4470-9af6-ac1db38a4598',
  name: 'Entra ID Application Credential Added',
  severity: 'medium',
  attack: ['T1671', 'T1098.001', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `event.outcome: "success" and oauth.action: "credential_add"
  and (not oauth.credential.actor_new: false or (oauth.app.registered_hours < 24 and oauth.credential.total >= 2 and oauth.act.network_age_hours: *))
  and not oauth.credential.kind: "federated" and not oauth.app.first_party: true and not (oauth.act.routine: true and (oauth.actor_app.id: * or not oauth.actor_app.name: * or not oauth.app.last_used: *)) and not (oauth.credential.renews: true and not oauth.act.network_age_hours: * and not oauth.credential.actor_new: true)
  and not (event.dataset: "o365.audit" and oauth.actor_app.self: true and oauth.credential.kind: "certificate" and oauth.app.name: ConnectSyncProvisioning_*)
  and not (oauth.credential.total: 1 and oauth.app.registered_hours: * and not oauth.app.tier_held: * and not oauth.app.last_used: * and oauth.entity_store.baseline_ready: true and not oauth.actor_app.name: *)
  and not (oauth.app.registered_hours < 24 and not oauth.actor_app.name: *
    and not (oauth.credential.total >= 2 and oauth.act.network_age_hours: *))
  and not (oauth.credential.added >= 2 and oauth.credential.name: "CN=Microsoft Azure Federated SSO Certificate" and not oauth.act.network_age_hours: *)`,
  repeats: { within: '1d', by: ['service.id', 'user.email', 'oauth.actor_app.object_id'] },
  yields: [
    'cross/new-credential-from-new-network',
    'm365/changed-by-outsider',
    'cross/dormant-app-new-credential',
    'm365/redirect-to-untrusted-address',
    'm365/sign-in-flow-weakened',
  ],
  description:
    'A secret or certificate was added to an application or its service principal. With the credential, anyone can sign in as the application, with all its permissions, from anywhere, without a user and without MFA. Attackers add a credential to a trusted application because this needs no new consent and the old credential keeps working.',
  conditions: `- An application or its service principal receives a secret or certificate.
- A hunt combines the keys that one account or application adds to an application within a day into one alert.
- Does not alert on removed credentials or updates without a credential.
- Excludes federated credentials and Microsoft applications, which higher-severity rules cover.
- Does not alert if the account first added a credential to the application more than a day earlier. Every key of the first day counts, for example a second key on the service principal.
- Does not alert on keys that an account or pipeline adds every few weeks.
- Does not alert on a certificate that Entra Connect Sync adds to itself, if only the unified audit log records it. The directory audit log raises an alert for each renewal, because an attacker on the server adds a certificate in the same way.
- Does not alert on a certificate with the usual name for SAML single sign-on, unless its actor came from a new network in the last week. With the private key of such a certificate, an attacker can sign in to that application as any user.
- Does not alert on a key if its name differs from that of an earlier key only in digits, such as a year and month, unless its actor came from a new network in the last week, or is new to an application that others maintain. Another rule alerts if the earlier key is not removed.
- Does not alert on the first key of an application if the log contains its registration and the application has no known permissions and was never used. Other rules report its permissions.`,
  falsePositives: [
    'The regular rotation of a secret or certificate by its owner or by automation; the old credential is removed some days later.',
    'A rotation by a colleague or by the successor of the usual owner.',
    'Products create their own application and credential during installation.',
  ],
  investigation: `- **Application**: \`oauth.app.name\`, \`oauth.app.id\` and \`oauth.app.object_id\`; permissions: \`app_role_grant\`, \`consent\` and \`role_grant\` of the same application.
- **New credential**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.added\`, validity (\`oauth.credential.validity_days\`, \`oauth.credential.end\`). Is another credential still valid (\`oauth.credential.total\`)?
- **Actor**: \`user.email\`, or \`oauth.actor_app.name\`. Does it own the application, and does it usually add credentials? Did it become owner shortly before (\`owner_add\`)?
- **Use**: \`app_sign_in\` of the application with \`oauth.credential.id\`: from a new network or country, or for a new API?`,
  response: `1. Ask the owner of the application. A rotation has a ticket, a pipeline run or at least a person who recognizes it.
2. If nobody recognizes the credential: remove it, disable sign-in for the service principal, and rotate the other credentials if the same account could read their storage.
3. Treat the account that added the credential as compromised.
4. Review the activity of the application since the credential was added; its tokens work until they expire.`,
  evasion:
    'The attacker steals an existing key, acts as an account that adds keys every few weeks, or names the new key like an earlier one with the next number.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation',
  ],
  tests: {
    match: [
      { sample: 'entra/audit-blueprint-credential-added' },
      { sample: 'm365/credential-secret-added' },
      { sample: 'm365/credential-certificate-added' },
      { sample: 'm365/service-principal-credential-added' },
      { sample: 'entra/audit-credential-secret-added' },
    ],
    noMatch: [
      { scenario: 'm365/acts-that-failed' },
      { sample: 'm365/application-added-with-key' },
      { sample: 'm365/credential-removed' },
      { sample: 'm365/application-updated-empty' },
      { sample: 'm365/federated-credential-added' },
      { scenario: 'm365/credential-on-exchange-online' },
    ],
  },
})
