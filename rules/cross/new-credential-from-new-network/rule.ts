import { rule } from '../../lib/rule.ts'

export default rule({
  id: '1e6f3c98-a4d7-4b05-9e82-c7b0d5f1a634',
  name: 'New OAuth Application or Account Credential Added or Used from a New Network',
  severity: 'high',
  attack: ['T1671', 'T1098.001', 'T1550.001'],
  datasets: ['azure.signinlogs', 'azure.auditlogs', 'o365.audit', 'google_workspace.admin'],
  query: `(not event.outcome: "failure" and (oauth.actor_app.name: * or oauth.actor_app.object_id: * or oauth.actor_app.id: *)
    and (oauth.act.network_age_hours < 24 or (oauth.act.armed_hours: * and not oauth.act.routine: true))
    and event.action: ("Reset user password" or "Reset user password." or "Reset password (by admin)" or "Reset password (by admin)."
    or "Admin registered security info" or "Admin registered security info." or "Admin updated security info" or "Admin updated security info."
    or "CHANGE_PASSWORD" or "GENERATE_2SV_SCRATCH_CODES" or "SECURITY_KEY_REGISTERED_FOR_USER" or "TURN_OFF_2_STEP_VERIFICATION"
    or "UNENROLL_USER_FROM_STRONG_AUTH" or "ADD_RECOVERY_EMAIL" or "ADD_RECOVERY_PHONE" or "CHANGE_RECOVERY_EMAIL" or "CHANGE_RECOVERY_PHONE"))
  or (oauth.action: "credential_add" and event.outcome: "success" and oauth.act.armed_hours: * and oauth.actor_app.self: false and not oauth.act.routine: true)
  or (oauth.action: "credential_add" and event.outcome: "success" and oauth.actor_app.self: true and oauth.credential.kind: "secret" and oauth.app.age_days >= 30 and oauth.app.last_used: *
    and oauth.entity_store.baseline_ready: true and not oauth.act.repeated: true and not oauth.credential.renews: true)
  or (oauth.action: "credential_add" and event.outcome: "success" and oauth.act.network_age_hours: * and oauth.app.last_used: *
    and not oauth.app.first_party: true and (not oauth.credential.renews: true or oauth.act.network_age_hours < 24) and not oauth.credential.kind: "federated")
  or (oauth.action: "app_sign_in" and not event.outcome: "failure"
  and (oauth.credential.outlived: true or ((oauth.credential.age_hours <= 168 or (oauth.credential.age_hours: * and oauth.credential.kind_new: true))
  and not (oauth.credential.age_hours > 24 and (oauth.app.idle_days >= 60 or oauth.app.awake_days: *))
  and (oauth.app.first_party: true
    or (oauth.entity_store.baseline_ready: true and oauth.activity.network_new: true and oauth.app.used_days >= 1 and not oauth.credential.adder_network: true)))))`,
  yields: ['m365/known-abused-application'],
  repeats: { within: '1d', by: ['service.id', 'event.action'] },
  description:
    'A secret or certificate was added to an application and, within a week, used from a network that is new to the application. Attackers add a key to use the application from their own infrastructure. The rule also covers some additions of a key by an account or an application, and passwords, access passes and backup codes that an application makes for an account.',
  conditions: `- An application uses a new secret or certificate, within a week after it was added, from a network that is new to the application.
- An application uses a credential from a network that it first used at most a week before the credential was added. Within a month after that, another person replaced another credential of the application (\`oauth.credential.outlived\`). An incident response often replaces only the leaked key, and misses the key that the attacker added.
- An application uses the first credential of its kind, such as the first secret after certificates, from such a network for the first time. This use counts regardless of the age of the credential.
- An account adds a key to an application in use within a week of the account’s first sign-in from the network of the record. If the record does not show a known address, its newest network counts.
- An application adds a key to another application for the first time, within a day of a change to its own credentials.
- An application that has been known for a month adds a secret to itself for the first time. An attacker who controls its server establishes persistence this way.
- On its first day in a network, an application sets the password of an account or creates another way to sign in to it (an access pass, backup codes, a recovery address), even if the application often does so. In Entra ID, its newest network counts.
- An application does so within a day after it received a credential, unless it already did so a week ago, or the credential came within a day of its registration.
- Excludes a secret that an application adds to itself if the name of the secret continues the name of an earlier key.
- Does not alert on a sign-in in the first four hours of a key from a network that a person who adds keys to the application has used for a week (\`oauth.credential.adder_network\`): this person tests the key. Another rule covers the addition of the key.
- Excludes a key that is named like an earlier one, except on the first day of the account in the network.`,
  falsePositives: [
    'An application moves to another host within a week of its key rotation.',
    'An administrator rotates a key while traveling or after a change of the internet provider.',
    'An application starts to renew its own secret.',
    'A team adds a key for a second installation, and another team renews its own key within a month.',
    'A help desk tool moves to another host and resets a password there.',
  ],
  investigation: `- **Key**: \`oauth.credential.id\`, \`oauth.credential.kind\`; the actor of its addition (\`credential_add\` with the same \`oauth.app.id\`).
- **Network**: \`source.ip\` and its owner; \`oauth.act.network_age_hours\` is the number of hours since the account first signed in from its newest network.
- **Account**, if the application made a credential for one: \`user.target.email\`; sign-ins and consents of this account since then.
- **Permissions and later activity**: \`oauth.app.tier_held\`, \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. If the application made a credential for an account: disable the application, end the sessions of the account, reset it again, and remove its new methods and codes.
2. If an application received or used a key: remove the key at once (Entra: App registrations > Certificates & secrets; remove a key of the service principal with Microsoft Graph), and review the data read with it.
3. Treat the account that added the key as compromised until the addition is explained.`,
  evasion:
    'The attacker waits a week before adding a key of the kind that the application already uses, and another week before using it, or uses a new key from a known network, such as that of the administrator.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { keyAgeHours: 'oauth.credential.age_hours <=' },
  skipsOwnNetworks: true,
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  tests: {
    match: [{ scenario: 'cross/new-key-from-elsewhere' }],
    noMatch: [{ scenario: 'cross/key-rotated' }],
  },
})
