import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2d8f6b03-e71a-4595-8c3d-4b9e0f7a1c68',
  type: 'threshold',
  name: 'New OAuth Application Granted Access by Several Accounts Within Days',
  severity: 'medium',
  severityByTier: { medium: 'low' },
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.entity_store.baseline_ready: true and oauth.app.users < 10
  and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true and not oauth.app.allowed: true
  and ((oauth.app.users >= 4 and oauth.app.age_days <= 1 and not (oauth.app.kind: ("web" or "script") and oauth.grant.tier: ("critical" or "high")))
    or (oauth.app.users > 1 and oauth.app.age_days < 2 and event.dataset: ("o365.audit" or "azure.auditlogs") and oauth.grant.tier: ("critical" or "high") and not oauth.grant.known: true)
    or (oauth.app.users > 2 and oauth.app.spreading: true and not oauth.grant.known: true and not oauth.app.known_abused_verdict: "mail-client"))`,
  interval: '1h',
  from: 'now-3h',
  threshold: { field: ['service.id', 'oauth.grant.tier'], value: 1 },
  repeats: { within: '7d' },
  yields: [
    'google-workspace/high-tier-authorization',
    'm365/known-abused-application',
    'm365/lookalike-application',
    'm365/young-unverified-application',
    'm365/consent-despite-risk',
    'cross/privileged-account-consents',
    'cross/evil-twin',
  ],
  description:
    'Several accounts granted access to an application that was unknown in the tenant two days ago. Consent phishing has this pattern, as does a worm that mails its own consent link to every contact. Unless the application itself sends messages or shares files, the rule excludes web applications and scripts of Google Workspace with high-risk scopes, because their first consent already raises an alert.',
  conditions: `- A fifth to tenth account grants access to an application within two days of its first appearance. Web applications and scripts of Google Workspace with high-risk scopes do not count.
- In Entra ID, a third to tenth account grants high or critical permissions within two days of the first appearance of the application. Further consents of the same account do not count.
- A fourth to tenth account grants access to an application that was first seen in the last week and sent messages or shared files (\`oauth.app.spreading\`): its messages may have caused the later consents. Further consents of the same account and known mail programs do not count.`,
  falsePositives: [
    'The rollout of a new tool. Add announced tools to the approved applications in the environment file.',
  ],
  investigation: `- **Number and pace**: \`oauth.app.users\`, \`oauth.app.first_seen\`; a common factor of the accounts (a department, a mailing list, one sender).
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier\`.
- **Activity**: mail sent by the application (\`oauth.activity.access: "send"\`) indicates a worm.`,
  response: `1. If there is no rollout, block the application for the tenant, then remove all its grants.
2. Find the email with the link and remove it from all mailboxes.`,
  evasion:
    'The attacker reaches only two accounts in Entra ID (four for lesser permissions), reaches one account a day, or does not send the link with the application.',
  setup: 'Requires the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { earlierUsers: 'oauth.app.users >=', ageDays: 'oauth.app.age_days <=' },
})
