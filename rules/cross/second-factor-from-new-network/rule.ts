import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b79562b4-7d64-45f3-8806-dfd31cce00a8',
  type: 'eql',
  name: 'MFA Method Changed or Cloud Key Created from a New Network, or by a Service Account',
  severity: 'medium',
  attack: ['T1556.006', 'T1078.004', 'T1098.001'],
  datasets: [
    'azure.signinlogs',
    'azure.auditlogs',
    'o365.audit',
    'google_workspace.token',
    'google_workspace.user_accounts',
    'google_workspace.login',
    'gcp.audit',
  ],
  query: `sequence by user.email, source.ip with maxspan=4h
  [any where (event.category == "authentication" and event.outcome == "success"
      and (oauth.account.network_new == true
        or (oauth.account.owner_new == true and ?azure.signinlogs.properties.authentication_requirement == "singleFactorAuthentication")
        or (event.dataset == "google_workspace.login" and saas.source.hosting == true)))
    or event.action == "2sv_disable"
    or (oauth.action == "app_use" and oauth.activity.network_age_hours < 48)
    or (oauth.action == "consent" and oauth.app.first_party == true and oauth.grant.tier in ("critical", "high")
      and (oauth.account.network_new == true or oauth.account.network_age_hours < 4) and (saas.source.hosting == false or saas.source.hosting == null))]
  [any where (event.outcome == "success" and event.action in ("User registered security info", "User deleted security info"))
    or (oauth.action == "consent" and oauth.app.first_party == true and oauth.grant.tier in ("critical", "high")
      and (oauth.account.network_new == true or oauth.account.network_age_hours < 4))
    or (event.outcome == "success" and event.action in ("Reset password (self-service)", "Reset password (self-service)."))
    or (event.dataset == "gcp.audit" and event.outcome == "success" and oauth.action == "credential_add")]`,
  yields: ['cross/reconsent-after-removal'],
  repeats: { within: '1d', by: ['user.email'] },
  // The logs have different delays: with a longer interval, more events arrive in order.
  interval: '1h',
  description:
    'An account used a new network and, within four hours, changed its access from the same address, or somebody changed the second factor of a service account. The change can be a second factor, a password reset or a cloud key. An attacker who enters with a Temporary Access Pass, a stolen session or a phished code changes the second factor to return later, and obtains a key or a token that needs none.',
  conditions: `- An account registers or deletes a second factor in Entra ID from the address of a new network, within four hours after it used this network.
- An account in a new network turns off Google 2-Step Verification, and then authorizes the Google Cloud command line or another Google client with far-reaching permissions, within four hours and from the same address.
- An account in a new network resets its password by self-service within four hours, after an application read its data from the same address. The network was new to the application.
- An account in a new network authorizes such a Google client or signs in to Google from a rented server, and then creates a service account key, within four hours and from the same address.
- An account that obtained tokens for two weeks only without an owner changes its second factor in Entra ID from a known network, and somebody now signs in interactively with a password alone. Nobody registers a method for an account of a service.`,
  falsePositives: [
    'A user sets up a new phone while traveling or on a new connection.',
    'A user whose programs renewed their tokens for weeks signs in with a password and registers the first method.',
    'An engineer installs the Google Cloud command line at a new place, and creates a key there.',
  ],
  investigation: `- **Account and source**: \`user.email\` and \`source.ip\` (group-by fields); does the account hold a role?
- **Change**: \`event.action\` of the second event; in Entra ID, \`event.reason\` names the method.
- **Origin of the sign-in**: \`Admin registered security info\`, password resets, and failed second steps (\`login_failure\`) of this account in the preceding day.
- **Later activity**: sign-ins, consents and roles from this address; use of the new key (\`oauth.credential.id\`) in \`gcp.audit\`.`,
  response: `1. Call the user on a known number.
2. If they did not do it: restore the second factor, end the sessions, reset the password, revoke the tokens, and delete the key.
3. If an application made the access pass: disable it and remove its credentials.`,
  evasion: 'The attacker uses a proxy at the provider of the user, or another address for each step.',
  requires: ['license:entra-id-p1'],
  references: [
    'https://learn.microsoft.com/en-us/entra/architecture/security-operations-privileged-accounts',
    'https://cloud.google.com/security/report/resources/cloud-threat-horizons-report-h2-2025',
  ],
  tests: { match: [], noMatch: [] },
})
