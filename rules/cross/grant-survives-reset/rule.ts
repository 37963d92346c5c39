import { googleUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: '8a2e5d91-7c40-4f3b-b6e8-0d1f9a7c5e23',
  type: 'threshold',
  name: 'OAuth Application Active After a Password Reset',
  severity: 'high',
  attack: ['T1671', 'T1550.001', 'T1114.002'],
  datasets: ['o365.audit', 'azure.signinlogs', 'azure.graphactivitylogs', 'azure.aadgraphactivitylogs', ...googleUses],
  omits: {
    'gcp.audit': 'A service account has no password.',
    'google_workspace.access_evaluation': 'Google revokes app passwords when the password changes.',
  },
  query: `not event.outcome: "failure" and not oauth.grant.app_only: true
  and ((oauth.action: "app_use" and not oauth.app.first_party: true and (oauth.account.reset_age_hours >= 2
        or (oauth.account.token_since_reset: true and oauth.grant.from_new_network: true))
      and oauth.account.reset_age_hours <= 336
      and not (oauth.activity.kind: "calendar" and oauth.app.users >= 5 and not oauth.activity.network_new: true and not oauth.app.tier_held: "critical")
      and ((oauth.account.signed_in_since_reset: false and not oauth.grant.self: false and not oauth.grant.revoked: *
          and not (oauth.app.users >= 5 and oauth.grant.age_days >= 14 and not oauth.activity.network_new: true)
          and not (oauth.grant.age_days >= 30 and not oauth.activity.network_new: true and not oauth.account.sessions_revoked: *)
          and not (oauth.grant.known: false and oauth.grant.idle_days < 14 and oauth.app.used_days >= 60 and not oauth.activity.network_new: true))
        or ((oauth.grant.outlived_containment: true or (oauth.app.contained_hours: * and not oauth.grant.revoked: * and not oauth.app.approved: true))
          and (not oauth.app.tier_held: * or oauth.app.tier_held: ("critical" or "high")))))
    or (oauth.action: "app_sign_in" and oauth.app.first_party: true and user_agent.original: ("BAV2ROPC" or "CBAInPROD")
      and oauth.account.reset_age_hours < 168 and oauth.account.network_age_hours < 336
      and not oauth.account.age_days < 30)
    or (oauth.action: "app_use" and oauth.app.first_party: true and oauth.account.reset_age_hours < 168 and oauth.account.network_age_hours < 168
      and oauth.activity.kind: ("mail" or "file" or "chat") and oauth.activity.access: ("read" or "export")
      and saas.program.kind: ("shell" or "script")))`,
  interval: '30m',
  from: 'now-3h',
  threshold: { field: ['service.id', 'oauth.act.series'], value: 1 },
  repeats: { within: '7d' },
  yields: ['m365/known-abused-application'],
  description:
    'The password of an account was reset, or its sessions were revoked. Hours later, an application is still active on its behalf, although nobody has signed in with the new password. OAuth grants survive a password reset. If the incident response ended with the reset, the attacker still has access. The rule also covers other access after a reset, such as scripts with the token of a Microsoft client and app passwords.',
  conditions: `- In the first two hours after the reset, the next condition counts only if the token was issued after the reset (\`oauth.account.token_since_reset\`), and the account granted access on its first day in a network: an older token is valid for an hour, and the record of a new consent may be late.
- An application is active on behalf of an account hours after a password reset or a revocation of the sessions, and nobody has signed in with the new password. A new consent by the owner counts as a sign-in.
- Does not alert on a revoked grant.
- Does not alert in a network that the application used before, in three cases. The grant is two weeks old, and five accounts granted access. The grant is a month old, and the sessions of the account were never ended (in Entra ID, every reset by an administrator ends them). The log does not contain the grant, but shows two months of use of the application. Connected services remain active while their users are away, and a forgotten password is no incident.
- Does not alert if an application that five people use works with calendars in a network that it used before, unless it holds critical permissions: a team keeps its planning tool when one of them forgets a password.
- An application received high-risk permissions in the week before another person reset the password and revoked the sessions. The rule then alerts even after a new sign-in by the owner: such a response indicates an incident, and the grant may be part of it.
- The incident response removed the application from another account (\`oauth.app.contained_hours\`), but only reset the password of this account. The rule then alerts even after a new sign-in by the owner. When a password changes, Google revokes the tokens with Gmail permissions, but no other tokens.
- An application received high-risk permissions in the month before the account owner changed the password, and has at most two users.
- The two conditions on high-risk permissions do not apply in a network where the owner signed in a week before the grant: a program on the owner’s device continues to work there.
- A script reads mail, files or chats with the token of a Microsoft client within a week of the reset, from a network that the account first used that week. An attacker who persuades a user or the help desk to reset the password works this way.
- A mail protocol signs in with a password alone within a week of the reset, from a network that the account first used in the last two weeks. An app password survives the reset, and needs no MFA.
- Does not alert on accounts in their first month.`,
  falsePositives: [
    'A user is on leave with an expired password, while a mail or calendar client remains active.',
    'A new printer or script sends mail, and the password of its account is reset in its first weeks.',
    'Sign-ins of the account are not collected: a federated identity provider, or a sign-in log with gaps.',
  ],
  investigation: `- **Reason for the password reset**: \`oauth.account.password_reset\`, \`oauth.account.sessions_revoked\`, and the actor (the directory record of that time).
- **Application**: \`oauth.app.name\`, \`oauth.app.tier_held\`, and the time of its grant: \`oauth.grant.first_seen\`. A grant from the days before the reset is suspicious.
- **Source**: \`source.ip\`, \`oauth.activity.network_new\`.
- **Data read** since the reset: other \`app_use\` of the same application and account.`,
  response: `1. If the reset was part of an incident response, remove the grants of the account and revoke its sessions again. \`consentry apps contain ID\` prints the commands for either platform.
2. Ask the user which applications they use; keep only those.
3. If a mail protocol signed in (user agent BAV2ROPC), delete the app passwords of the account, and disable authenticated SMTP, IMAP and POP for it.`,
  evasion:
    'The attacker reads within two hours of the reset with an older token, reads only calendars with an application to which five accounts granted access, uses the network of a service to which five accounts granted access two weeks ago, or works in a network where the owner has worked for weeks. The attacker holds a grant that is a month older than the reset, or waits with a newer grant until the owner has signed in again. A script sends the user agent of a browser.',
  references: [
    'https://learn.microsoft.com/en-us/defender-office-365/detect-and-remediate-illicit-consent-grants',
    'https://support.google.com/a/answer/6328616',
    'https://learn.microsoft.com/en-us/entra/identity/authentication/howto-mfa-app-passwords',
  ],
  setup:
    'Requires the entity store of the pipeline, and sign-ins: the rule does not alert on an account without recorded sign-ins.',
  parameters: { fromHours: 'oauth.account.reset_age_hours >=', toHours: 'oauth.account.reset_age_hours <=' },
})
