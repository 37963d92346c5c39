import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b7d1c7f4-0f0c-4d52-8b3e-2a9fd1e6c348',
  name: 'OAuth Grant Not Revoked a Day After Offboarding',
  severity: 'low',
  attack: ['T1671'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "containment_gap" and oauth.finding.value > 72 and oauth.grant.tier: ("critical" or "high")`,
  description:
    'An account was disabled, suspended or deleted, and a day later an application still holds its grant to the mail or files of the account. Offboarding without grant removal leaves unmonitored access: a re-enabled account or a token that outlives the account is enough.',
  falsePositives: ['A grant is kept deliberately, for a handover or a legal hold.'],
  investigation: `- **Grant**: \`oauth.app.name\`, \`oauth.grant.scopes\`, \`oauth.account.name\`, and the account deactivation: \`oauth.account.status_since\`.
- **Use**: \`oauth.grant.last_used\`.
- **Related findings**: findings with the same \`oauth.account.name\` or \`oauth.app.id\`.`,
  response: `1. Remove the grant: \`consentry apps contain\` prints the commands.
2. Add grant removal to the offboarding process.`,
  evasion: 'The attacker uses a tenant-wide grant, which belongs to no account.',
  setup:
    'Requires the periodic pass of the pipeline (or a hunt), and the records of account deactivation and grant removal.',
  tests: {
    match: [{ scenario: 'm365/leaver-grant-left' }],
    noMatch: [{ scenario: 'm365/incident-grant-left' }],
  },
})
