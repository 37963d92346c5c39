import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6be0d3f9-41c7-4a85-92e6-d8f5c07a1b24',
  name: 'Account Credential Set by an OAuth Application, or Changed or Used in a New Network',
  severity: 'medium',
  attack: ['T1098', 'T1671', 'T1078.004'],
  datasets: [
    'azure.auditlogs',
    'azure.signinlogs',
    'o365.audit',
    'google_workspace.admin',
    'google_workspace.login',
    'google_workspace.user_accounts',
    'google_workspace.token',
  ],
  query: `(not event.outcome: "failure" and (oauth.actor_app.name: * or oauth.actor_app.object_id: * or oauth.actor_app.id: *)
  and not oauth.actor_app.approved: true and not oauth.act.repeated: true and oauth.entity_store.baseline_ready: true
  and event.action: ("Reset user password" or "Reset user password." or "Reset password (by admin)" or "Reset password (by admin)."
    or "Admin registered security info" or "Admin registered security info." or "Admin updated security info" or "Admin updated security info."
    or "CHANGE_PASSWORD" or "GENERATE_2SV_SCRATCH_CODES" or "SECURITY_KEY_REGISTERED_FOR_USER" or "TURN_OFF_2_STEP_VERIFICATION"
    or "UNENROLL_USER_FROM_STRONG_AUTH" or "ADD_RECOVERY_EMAIL" or "ADD_RECOVERY_PHONE" or "CHANGE_RECOVERY_EMAIL" or "CHANGE_RECOVERY_PHONE"))
  or (oauth.entity_store.baseline_ready: true and oauth.account.credential_age_hours: *)
  or (not event.outcome: "failure" and oauth.act.network_age_hours < 4
    and (saas.factor_changed: true or (saas.source.hosting: true and event.action: ("2sv_enroll" or "passkey_enrolled" or "passkey_removed" or "recovery_email_edit" or "recovery_phone_edit"))))`,
  yields: ['cross/new-credential-from-new-network'],
  repeats: { within: '1d', by: ['service.id', 'user.email'] },
  description:
    'An application set the password of an account, or created another way to sign in to it, for the first time. Or somebody used such a credential, or one that the help desk set, from a network that is new to the account. The rule also alerts if an account owner changes an MFA method within hours after the account used a new network, and no log of sign-in methods contains the address of this change. An attacker with the key of an application with such a permission can take over any account this way, even an administrator.',
  conditions: `- An application sets the password of an account for the first time since Consentry began to store its acts.
- For the first time in the same sense, an application creates another way to sign in to an account: a Temporary Access Pass or another MFA method, backup codes, a security key, or a recovery phone or address. Removing 2-Step Verification also counts.
- An account signs in from a network that is new to it, within a day after an application created such a credential for it. An approved application, and one that created such credentials a week earlier, counts only on its first day in a network, or if the account signs in from the network of the application.
- An account signs in from a network that is new to it, within a day after another account, on its own first day in a network, created such a credential for it. In its first week of sign-ins, an account does not count. An approved application may set passwords.
- Other people replace the password of an account, and also add or remove a second step, or change its recovery phone or address. Within an hour, the account signs in from such a network. Callers who pose as employees ask the help desk for both changes.
- Within four hours after an account first signed in from a network, its owner changes an MFA method in Microsoft 365. The unified audit log contains no address of this change. If the audit log of Entra ID is also collected, the rule MFA Method Changed covers the change. Renewed tokens of an authenticator do not count.
- Within the same time, the owner of a Google account adds a second step, adds or removes a passkey, or changes a recovery address or phone from a rented server.`,
  falsePositives: [
    'An account management or onboarding tool runs for the first time. Approve it in the environment file.',
    'A user sets up a new phone while traveling or on a new connection.',
    'The help desk gives a user a new password or an access pass while the user travels, perhaps after the loss of a phone.',
  ],
  investigation: `- **Application**: \`oauth.actor_app.name\`, \`service.id\`; is it an account management tool?
- **Account**: \`user.target.email\`, or \`user.email\` of a sign-in; does it hold a role?
- **Change by the owner**: \`oauth.act.network_age_hours\` is the number of hours since the account first used its newest network; \`o365.audit.ModifiedProperties\` contains the method. Call the user on a known number.
- **Sign-in**: \`oauth.account.credential_age_hours\` is the number of hours since the credential was made, and \`oauth.account.credential_by\` its maker. Find the act: the account is its \`user.target.email\`. Compare both \`source.ip\`.
- **Earlier changes to the application**: new credentials and sign-ins from new networks in the preceding hours.
- **Later activity of the account**: sign-ins, consents, and roles that it granted to others.`,
  response: `1. Ask the owner of the application whether the application is supposed to create such credentials, and the user whether they asked for the credential.
2. If not: disable the application, remove its credentials, reset the account again, and remove the MFA method or the backup codes.
3. Remove the permission from the application if it does not need it.`,
  evasion:
    'The attacker takes over an application that has made such credentials before, and uses it in its usual network; has the help desk reset only the password; signs in through a proxy at the provider of the user; changes the MFA method hours later; or changes the second step of a Google account from a network other than a rented server, as travelers also do.',
  setup: 'Requires the entity store of the pipeline.',
  references: [
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-privileged-accounts',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-user-settings',
  ],
  tests: { noMatch: [{ sample: 'entra/audit-device-owner-added' }] },
})
