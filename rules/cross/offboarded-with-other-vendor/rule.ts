import { googleUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ae83f2a4-8b78-4fe9-bae9-31524ec3ffe2',
  name: 'OAuth Application Active for a User Offboarded on the Other Platform',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [
    'o365.audit',
    'azure.auditlogs',
    'azure.graphactivitylogs',
    'azure.aadgraphactivitylogs',
    'azure.signinlogs',
    ...googleUses,
    'google_workspace.access_evaluation',
  ],
  omits: { 'gcp.audit': 'In this log, a service account acts as itself, for no account.' },
  query: `oauth.action: ("app_use" or "app_sign_in" or "consent") and not event.outcome: "failure"
  and oauth.account.linked_status: ("disabled" or "suspended" or "archived" or "deleted")
  and oauth.account.linked_status_age_hours >= 24
  and not oauth.account.status: ("disabled" or "suspended" or "archived" or "deleted")
  and not oauth.grant.app_only: true and not oauth.app.first_party: true`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    'm365/high-tier-user-consent',
    'google-workspace/high-tier-authorization',
    'google-workspace/script-authorized',
    'm365/known-abused-application',
    'cross/new-credential-from-new-network',
    'google-workspace/revoked-app-still-calls',
    'cross/grant-survives-reset',
    'cross/sleeper-returns-with-account',
    'google-workspace/mail-settings-through-api',
    'm365/mail-rule-by-application',
    'cross/orphaned-consent-still-used',
  ],
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'Leaves uses minutes after a reset to the rule on applications that are active after a password reset.',
    },
  ],
  description:
    'A person has an account in Microsoft 365 and one in Google Workspace. One account was disabled, suspended or deleted at least a day ago; an application is still active, or receives a new grant, on behalf of the other account. The offboarding or the incident response covered only one directory. Neither platform’s log shows the gap, because each log contains only its own account.',
  falsePositives: [
    'A person moved to the other platform: the old account was closed deliberately.',
    'Another person took over the account under the same address.',
  ],
  investigation: `- **Deactivated account**: \`oauth.account.linked\`, \`oauth.account.linked_status\`, \`oauth.account.linked_status_since\`. Was the reason offboarding or a compromise?
- **Remaining account**: \`oauth.account.name\`, \`oauth.account.status\`. Should it still be active?
- **Application**: \`oauth.app.name\`, \`oauth.app.tier_held\`, \`oauth.grant.first_seen\`; its activity since then.
- **Source**: \`source.ip\`, \`oauth.activity.network_new\`.`,
  response: `1. Ask the person’s manager, or human resources, whether the person has left.
2. If so, also disable this account and remove its grants: grants outlive an account.
3. If the other account was disabled because of an incident, treat this account as compromised.`,
  setup:
    'Requires the entity store of the pipeline, the tenants of both platforms in the environment file, and the records of account deactivation: the directory records of Microsoft 365 or Entra ID, the admin log of Google Workspace, or inventories of users. The pipeline links accounts by email address, or by `identities` in the environment file.',
  parameters: { hours: 'oauth.account.linked_status_age_hours >=' },
  state: 'experimental',
})
