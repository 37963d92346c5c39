import { googleUses, microsoftUses } from '../../lib/datasets.ts'
import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f5274bd9-8c13-4e6a-b03f-9d6a1e7c4582',
  name: 'Dormant OAuth Application Active After Its Account Was Re-enabled',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: [...microsoftUses, ...googleUses],
  query: `oauth.action: "app_use" and not event.outcome: "failure" and oauth.account.status: "active" and oauth.account.status_age_hours <= 24
  and oauth.grant.idle_days >= 30 and not oauth.account.signed_in_since_reset: true
  and oauth.activity.kind: ("mail" or "file" or "chat" or "contacts" or "directory") and not oauth.app.established: true`,
  repeats: { within: '7d', by: ['oauth.act.series'] },
  yields: [
    'google-workspace/mail-settings-through-api',
    'm365/known-abused-application',
    'google-workspace/revoked-app-still-calls',
    'cross/grant-survives-reset',
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
    'An account was re-enabled, and within a day an application that had been dormant for at least a month was active on its behalf. The grant was never removed: re-enabling the account also restored the application’s access. The rule excludes an owner who signed in first, and an application that at least five accounts connected at least a month ago: a phone reads mail as soon as its owner returns from leave.',
  falsePositives: ['A person returns from long leave and uses their tools again.'],
  investigation: `- **Account re-enablement**: the directory record at \`oauth.account.status_since\`.
- **Application**: \`oauth.app.name\`, \`oauth.grant.first_seen\`, \`oauth.grant.last_used\`.
- **Presence of the owner**: sign-ins of the account since its re-enablement.`,
  response: `1. If the account was enabled by mistake, or after a vishing call to the help desk, disable it again and remove its grants. \`consentry apps contain ID\` prints the commands for either platform.
2. Ask the help desk who requested the re-enablement, and how the identity was verified.`,
  evasion:
    'The attacker signs in as the owner before the application works, or waits for a day after the account is enabled.',
  setup: 'Requires the entity store of the pipeline.',
  parameters: { activeHours: 'oauth.account.status_age_hours <=', idleDays: 'oauth.grant.idle_days >=' },
})
