import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4c0f5f3e-8a86-4b0e-9d3a-6f1be0c7a215',
  name: 'OAuth Grant Not Revoked After Its Account Was Disabled',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "containment_gap" and oauth.finding.value <= 72 and not oauth.grant.tier: "low"`,
  description:
    'An account consented to an application and was disabled or suspended within three days, as in incident response; a day later, the application still holds the grant. Disabling an account, or resetting its password or MFA, does not remove the grant: as soon as the account is re-enabled, the application regains access.',
  falsePositives: [
    'A person tried a tool in the last days of employment. Remove the grant anyway.',
    'The log that records the removal is not collected.',
  ],
  investigation: `- **Grant**: \`oauth.app.name\`, \`oauth.grant.scopes\`, \`oauth.account.name\`. \`oauth.finding.value\` is the time in hours from the grant to the account deactivation.
- **Source records**: \`oauth.finding.events\` contains the \`event.id\` of the grant and of the account deactivation.
- **Use**: \`app_use\` with the same \`oauth.app.id\` and \`oauth.account.name\` since \`oauth.grant.first_seen\`.
- **Other accounts with the application**: \`oauth.app.users\`.`,
  response: `1. Remove the grant, or disable the application if no other account needs it.
2. Ask for the reason for the deactivation: after an incident, the response is incomplete.`,
  evasion: 'The attacker obtained the grant before the first record in the pipeline.',
  setup:
    'Requires the periodic pass of the pipeline (or a hunt), and the records of account deactivation and grant removal.',
  tests: {
    match: [{ scenario: 'm365/incident-grant-left' }],
    noMatch: [{ scenario: 'm365/leaver-grant-left' }],
  },
})
