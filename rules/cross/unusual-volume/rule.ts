import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9a64d8e3-b05c-4f27-8c1d-7e2f50b3a690',
  name: 'Unusual Data Volume Read by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1020'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "volume"`,
  repeats: { within: '7d', by: ['service.id'] },
  description:
    'In one day an application took many times as much of one account as it usually takes in a day. Who stays below every threshold on bursts, with a file every few minutes around the clock, still carries everything away; the sum of the day shows it.',
  falsePositives: ['A first full synchronization for a new user.', 'A migration, a legal export, a month-end run.'],
  triage: `#### What to look at

- **How much**: \`oauth.finding.value\` against \`oauth.finding.baseline\`, in the unit that \`oauth.activity\` names (\`items\` or \`bytes\`).
- **What**: \`app_use\` of the same \`oauth.app.id\` and \`oauth.account.name\` on that day: \`oauth.activity.kind\`, \`oauth.activity.method\`; \`oauth.finding.events\` has the first of them.
- **From where**: \`source.ip\`, and whether \`oauth.activity.network_new\` says that the application never came from there.
- **Whom else**: other findings of the same \`oauth.app.id\`.

#### What to do

1. Ask the vendor or the owner of the application what it did that day.
2. If nobody can say, disable it and treat its credentials as stolen.`,
  evasion: 'The intruder spreads the reading over so many days that no day is far above the usual one.',
  setup:
    'Needs the periodic pass of the pipeline (or a hunt). The volumes are counted over the stored documents of the past four weeks.',
  tests: {
    match: [{ scenario: 'm365/slow-exfiltration' }],
    noMatch: [],
  },
})
