import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'eafb8b7d-83f1-4470-9af6-ac1db38a4598',
  name: 'Entra ID Application Credential Added',
  severity: 'medium',
  attack: ['T1671', 'T1098.001', 'T1550.001'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "credential_add" and not oauth.credential.actor_new: *
  and not oauth.credential.kind: "federated" and not oauth.app.first_party: true and not oauth.act.routine: true
  and not (oauth.actor_app.self: true and oauth.credential.kind: "certificate" and oauth.app.name: ConnectSyncProvisioning_*)
  and not (oauth.app.registered_hours < 24 and not oauth.actor_app.name: *)
  and not (oauth.credential.added >= 2 and oauth.credential.name: "CN=Microsoft Azure Federated SSO Certificate")`,
  yields: [
    // Credential Added to a Dormant OAuth Application
    'b8e60d14-6a72-4cf9-8f05-1c3d9e7b2a50',
    // Entra ID Application Redirect URI Set to an Untrusted Host
    'a149f2a7-d373-4e61-bcb0-dd30350eff62',
    // Entra ID Application Authentication Flow Weakened
    'e705eac0-8c2a-4fea-921f-fa9d79b7e5b6',
    // Entra ID Application Changed to Multitenant
    '45126517-a1a2-4406-bea2-3013ce166a69',
  ],
  description:
    'A secret or certificate was added to an application or its service principal. Whoever holds it signs in as the application, with all permissions it was ever granted, from anywhere, without a user and a second factor. Attackers add their own credential to an application that is trusted already, because that needs no new consent and the old credential goes on working. A removed credential, and an update that changes none, raise no alert; nor does what a rule of its own tells with more weight: a federated credential, one on an application of Microsoft’s, and one added by somebody who never did so for the application. Nor do keys that an account or a pipeline adds every few weeks, and the certificate that Entra Connect Sync renews by itself.',
  falsePositives: [
    'The regular renewal of a secret or certificate by its owner or by automation; the old one is removed some days later.',
    'Products that set up their own application and credential while they are installed.',
  ],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\` and \`oauth.app.object_id\`. What may it do? Search the same application for \`app_role_grant\`, \`consent\` and \`role_grant\`.
- **What was added**: \`oauth.credential.kind\`, \`oauth.credential.name\`, \`oauth.credential.added\`, validity (\`oauth.credential.validity_days\`, \`oauth.credential.end\`). Is it an additional one (\`oauth.credential.total\`) beside one that is still valid?
- **Who added it**: \`user.email\`, or \`oauth.actor_app.name\`. Is it an owner of the application, and does this account usually do so? Was it made owner shortly before (\`owner_add\`)?
- **What happens with it**: \`app_sign_in\` of the application with \`oauth.credential.id\`: from a new network or country, or for an API it never used?

#### What to do

1. Ask the owner of the application. A renewal has a ticket, a pipeline run or at least somebody who knows.
2. If nobody does: remove the credential, disable sign-in of the service principal, and renew the others if the same account could read where they are kept.
3. Examine the account that added it as compromised.
4. Search what the application did from the moment the credential was added; tokens issued to it work until they expire.`,
  evasion: 'The intruder steals an existing key, or acts as an account that adds keys every few weeks.',
  references: [
    'https://learn.microsoft.com/en-us/entra/identity-platform/how-to-add-credentials',
    'https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation',
  ],
  version: 7,
  changes: [
    { version: 2, alerts: 'more', what: 'alerts on a record that does not tell which key was added, too' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'leaves what other rules say of the same act with more weight to them: federated credentials, applications of Microsoft, accounts that never did so for the application',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 5,
      alerts: 'fewer',
      what: 'leaves out a renewal by an actor that added credentials to this application before',
    },
    {
      version: 6,
      alerts: 'fewer',
      what: 'leaves out accounts and applications that added keys a week before or earlier, and the certificate that Entra Connect Sync renews',
    },
    {
      version: 7,
      alerts: 'fewer',
      what: 'leaves out the keys that a person adds within a day of the registration, which open nothing yet, and the pair of keys that Entra makes for single sign-on by SAML',
    },
  ],
  tests: {
    match: [
      { sample: 'entra/audit-blueprint-credential-added' },
      { sample: 'm365/credential-secret-added' },
      { sample: 'm365/credential-certificate-added' },
      { sample: 'm365/service-principal-credential-added' },
      { sample: 'entra/audit-credential-secret-added' },
      { scenario: 'm365/key-renewed-by-its-owner' },
      { scenario: 'm365/key-in-the-first-days' },
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
