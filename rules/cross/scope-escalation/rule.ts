import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a0d47e18-3c5b-4f92-b7a6-8e1d2c9f6035',
  name: 'OAuth Application Granted Higher-Tier Permissions',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528', 'T1098.003'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `(oauth.action: "delegated_grant"
    or (event.dataset: "google_workspace.token" and oauth.action: "consent"))
  and not event.outcome: "failure" and oauth.grant.tier_raised: true
  and oauth.grant.tier: ("critical" or "high") and not oauth.app.first_party: true
  and not google_workspace.token.client.type: ("NATIVE_ANDROID" or "NATIVE_IOS")
  and not (oauth.app.known_abused_verdict: "developer-tool" and not oauth.grant.tier: "critical" and oauth.account.network_new: false and not oauth.account.network_age_hours < 168)`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: ['m365/known-abused-application', 'cross/access-granted-from-new-network'],
  description:
    'An application that held limited permissions from this account or the tenant received high-risk permissions. The first consent looked harmless and passed every review; the second request reaches a user who already trusts the application. Microsoft’s consent record shows the old permissions as both old and new values, so only the earlier grants reveal the difference. Other rules cover application permissions. The rule ignores permissions below the critical tier for a Google page on which developers try calls, such as the OAuth Playground, from a network where the account has signed in for a week.',
  falsePositives: ['A new feature of a tool needs the permissions.'],
  investigation: `- **New scopes**: \`oauth.grant.scopes_new\`; earlier scopes: \`oauth.app.scopes_held\`, \`oauth.app.tier_held\`.
- **Granting account**: \`user.email\`; check for other grants around the same time.
- **Activity since then**: \`app_use\` with the same \`oauth.app.id\`.`,
  response: `1. Ask whether the new permissions are required. If not, remove the grant; this does not restore the earlier grant. \`consentry apps contain ID\` prints the commands for either platform.
2. If an attacker requested them in the user’s session, the account is compromised: review the preceding sign-ins, revoke the sessions, and look for other grants on that day.`,
  evasion:
    'The attacker requests all permissions in the first consent, or requests the others through a second application.',
  setup: 'Requires the entity store of the pipeline.',
  state: 'experimental',
  tests: {
    noMatch: [
      { scenario: 'google-workspace/calls-tried-on-a-page-of-google' },
      { scenario: 'm365/grant-replaced' },
      { scenario: 'google-workspace/authorized-again' },
    ],
  },
})
