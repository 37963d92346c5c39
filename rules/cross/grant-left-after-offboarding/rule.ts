import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'b7d1c7f4-0f0c-4d52-8b3e-2a9fd1e6c348',
  name: 'OAuth Grant Not Revoked a Day After Offboarding',
  severity: 'low',
  attack: ['T1671'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "containment_gap" and oauth.finding.value > 72 and oauth.grant.tier: ("critical" or "high")`,
  description:
    'An account was disabled, suspended or deleted, and an application keeps its grant to the mail or files of the account a day later. Offboarding without the removal of grants leaves unwatched access: an account that is enabled again, or a token that outlives it, is enough.',
  falsePositives: ['A grant that is kept deliberately, for a handover or a legal hold.'],
  triage: `#### Investigation

- **Grant**: \`oauth.app.name\`, \`oauth.grant.scopes\`, \`oauth.account.name\`, and the end of the account: \`oauth.account.status_since\`.
- **Use**: \`oauth.grant.last_used\`.
- **Number**: findings of the same \`oauth.account.name\`, and of the same \`oauth.app.id\`.

#### Response

1. Remove the grant: \`consentry apps contain\` prints the commands.
2. Make the removal of grants a part of offboarding.`,
  evasion: 'The intruder uses a tenant-wide grant, which belongs to no account.',
  setup: 'Needs the periodic pass of the pipeline (or a hunt), and the records that end accounts and remove grants.',
  tests: {
    match: [{ scenario: 'm365/leaver-grant-left' }],
    noMatch: [{ scenario: 'm365/incident-grant-left' }],
  },
})
