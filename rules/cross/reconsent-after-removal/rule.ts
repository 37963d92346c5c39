import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c6b0f2d7-4e18-49a5-9f73-2a8d5c1e7b34',
  name: 'OAuth Application Access Restored After Removal or Blocking, or from a New Network',
  severity: 'medium',
  severityByTier: { medium: 'low' },
  attack: ['T1671', 'T1528'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token', 'google_workspace.admin', 'gcp.audit'],
  query: `(oauth.action: "consent" and not event.outcome: "failure" and not oauth.app.first_party: true
    and ((oauth.grant.revoked_age_hours <= 168 and not oauth.app.kind: "native"
        and (oauth.grant.tier: ("critical" or "high" or "medium") or oauth.app.tier_held: ("critical" or "high" or "medium")))
      or (((oauth.grant.used: true and oauth.grant.age_days >= 7 and not oauth.app.kind: "native")
          or (oauth.grant.known: true and oauth.account.reset_age_hours <= 168))
        and oauth.grant.tier: ("critical" or "high")
        and (oauth.account.network_new: true or oauth.account.network_age_hours < 24)
        and not oauth.app.established: true))
    and not (oauth.app.known_abused_verdict: "developer-tool" and not oauth.grant.tier: "critical" and oauth.account.network_new: false and not oauth.account.network_age_hours < 168)
    and not (oauth.app.established: true and (not oauth.grant.tier: "critical"
      or (oauth.account.signed_in_since_reset: true and oauth.account.reset_age_hours <= 72))))
  or (event.dataset: "google_workspace.token" and oauth.action: "consent" and oauth.app.first_party: true and oauth.grant.tier: ("critical" or "high")
    and (oauth.account.network_new: true or oauth.account.network_age_hours < 24) and saas.source.hosting: true)
  or (oauth.action: "trust_change" and oauth.app.refused: true)
  or (oauth.action: ("app_restore" or "sp_enable") and event.outcome: "success" and oauth.act.network_age_hours: *
    and not oauth.app.status: "enabled")`,
  yields: [
    'cross/access-granted-from-new-network',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
    'cross/privileged-account-consents',
    'cross/evil-twin',
    'm365/high-tier-user-consent',
    'google-workspace/high-tier-authorization',
    'google-workspace/script-authorized',
    'google-workspace/device-authorization-of-data',
  ],
  description:
    'An application received access after its grant was removed, the whole application was deleted, or API controls refused it. The rule also alerts if an account grants or restores access again from a new network. An attacker who still holds the session, or who once persuaded the user, can obtain consent again, which undoes the containment.',
  conditions: `- An account or administrator consents to an application again, days after the grant was removed or the whole application was deleted.
- An account again grants the same far-reaching permissions to an application that it uses, within a day of its first sign-in from a network. An attacker with a stolen session connects the mailbox to another customer account of the same vendor, with the same client.
- The same happens within a week after the password was reset or the sessions were ended, even with a program on a device, or with an application that no log shows in use. A Business edition of Google Workspace logs no calls.
- Medium-tier permissions, such as calendar access, lower the severity to low.
- An account in Google Workspace grants such permissions to a Google program, for example the Google Cloud command line, from a hosting network that is new to the account.
- An account enables or restores an application within a week of its first sign-in from a network. The application returns with its old keys and permissions, without a new consent.
- An administrator of Google Workspace trusts an application within a day after API controls refused it high or critical access (\`oauth.app.refused\`). A lure can make users request access. The record of the decision contains no permissions: read them in the records of the refusals (\`token_deny\`).
- Excludes an application that many accounts have used for a month. If the application received critical permissions, the exclusion applies only after the account’s password was reset or its sessions were ended, which requires a new sign-in.
- Excludes less than critical permissions for a page of Google on which developers try calls, such as the OAuth Playground, from a network where the account has signed in for a week. Such a page ends each grant after a day.`,
  evasion:
    'The attacker waits a week after the removal or a day after the refusal, returns with another application, uses an application with many users, or restores an application from a known network of the administrator.',
  falsePositives: [
    'An administrator reviews and approves a requested product on the same day.',
    'A user removed an add-on and then changed their mind.',
    'An administrator removes and re-adds an application to fix it.',
    'A user connects a tool again while traveling, perhaps after a forgotten password.',
    'An engineer authorizes the Google Cloud command line on a rented server for the first time.',
    'While traveling, an administrator restores an application that a colleague deleted by mistake.',
  ],
  investigation: `- **Removal**: \`oauth.grant.revoked\`, and the record of that time. Without a removal: ask the vendor for the customer accounts that are connected to this mailbox.
- **New consent**: \`user.email\`, its source, and the preceding sign-in.
- **Restored application**: its removal (\`sp_disable\`, \`sp_delete\`, \`app_delete\` of the same ID), its permissions (\`oauth.app.tier_held\`), and its sign-ins since then (\`app_sign_in\`): from a new network?
- **New permissions**: \`oauth.grant.scopes\`, \`oauth.grant.scopes_new\`.`,
  response: `1. If the removal was a response to an incident, remove the grant again, block the application for the tenant, and treat the consenting account as still compromised. \`consentry apps contain ID\` prints the commands for either platform.
2. If the application is legitimate, record the approval in the environment file.`,
  setup: 'Requires the entity store of the pipeline.',
  parameters: { hours: 'oauth.grant.revoked_age_hours <=' },
  tests: {
    match: [{ scenario: 'm365/removed-app-comes-back' }],
    noMatch: [
      { scenario: 'google-workspace/calls-tried-on-a-page-of-google' },
      { scenario: 'm365/grant-replaced' },
      { scenario: 'google-workspace/authorized-again' },
    ],
  },
})
