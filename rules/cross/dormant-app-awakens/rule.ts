import { googleUses, microsoftUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
  name: 'Dormant or Removed OAuth Application, or Unused Grant, Active',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1114.002'],
  datasets: [...microsoftUses, 'azure.signinlogs', ...googleUses, 'google_workspace.access_evaluation', 'gcp.audit'],
  query: `not event.outcome: "failure"
  and ((oauth.action: ("app_use" or "app_sign_in") and (oauth.app.idle_days >= 60 or oauth.app.returned: true)
      and (oauth.action: "app_use" or oauth.grant.app_only: true or oauth.app.kind: "service_account"
        or oauth.app.tier_held: ("critical" or "high")))
    or (oauth.action: "app_use" and oauth.grant.age_days >= 30 and oauth.grant.used: false
      and not oauth.grant.app_only: true and not oauth.app.established: true))`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    'm365/known-abused-application',
    'cross/app-active-for-ended-account',
    'cross/new-credential-from-new-network',
    'google-workspace/revoked-app-still-calls',
    'cross/grant-survives-reset',
    'cross/sleeper-returns-with-account',
    'google-workspace/mail-settings-through-api',
    'm365/mail-rule-by-application',
    'cross/orphaned-consent-still-used',
  ],
  description:
    'An application that had been unused for at least two months read data, or signed in on its own or with sensitive permissions. Forgotten applications keep their permissions and their keys; a key that leaked long ago works until it is removed. The rule also covers the first use of a grant at least a month after the consent: attackers keep a phished consent for later, when nobody reviews the consents of that day anymore. The rule also covers the first week after another application restored an application that somebody had deleted or disabled in the preceding month: an intruder’s second application undoes the response to the incident.',
  falsePositives: [
    'A quarterly or yearly job.',
    'A gap in the log.',
    'A deployment pipeline replaces an application.',
    'A user opens a tool for the first time, long after connecting it.',
  ],
  investigation: `- **Idle time**: \`oauth.app.last_used\`, \`oauth.app.idle_days\`.
- **Source of the new activity**: \`source.ip\`, \`oauth.activity.network_new\`; credential: \`oauth.credential.id\`, \`oauth.credential.age_hours\`.
- **Permissions**: \`oauth.app.tier_held\`.
- **Grant**, if \`oauth.grant.used\` is false: \`oauth.grant.first_seen\`, \`oauth.grant.granted_by\`. Around that time, look for the message with the link, and for other users who clicked it.
- **Return**, if \`oauth.app.returned\` is true: \`sp_add\`, \`sp_enable\` or \`app_restore\` with the same \`oauth.app.id\`, and the application in \`oauth.actor_app.name\`.`,
  response: `1. Ask the owner of the application. If there is none, disable it. \`consentry apps contain ID\` prints the commands for either platform.
2. If the owner did not start it: remove every key, check the key storage, and list the data read since the application became active.
3. Remove unused keys.`,
  evasion:
    'The attacker obtains one token a week, so that the application never becomes dormant, and uses a grant once on its first day.',
  setup: 'Requires the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { idleDays: 'oauth.app.idle_days >=', ageDays: 'oauth.grant.age_days >=' },
  tests: { noMatch: [{ scenario: 'cross/dormant-app-stays-so' }, { scenario: 'cross/busy-app-gets-key' }] },
})
