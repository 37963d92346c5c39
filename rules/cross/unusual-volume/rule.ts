import { rule } from '../../lib/rule.ts'

export default rule({
  id: '9a64d8e3-b05c-4f27-8c1d-7e2f50b3a690',
  name: 'Unusual Data Volume Read by an OAuth Application',
  severity: 'medium',
  attack: ['T1671', 'T1020'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "volume"`,
  repeats: { within: '7d', by: ['service.id'] },
  yields: ['cross/volume-after-reset'],
  description:
    'In one day, an application read many times its usual daily volume from one account. An attacker who stays below every burst threshold, with a file every few minutes around the clock, still exfiltrates everything. The rule ignores a day below twice the volume of the busiest day in the last hundred days (excluding the last two weeks): the end of a quarter is as busy as the end of the previous one. A day with fewer than 200 items and less than 100 MB counts only if it has more than twice as many as the busiest week of the account, and at least 100 items (20 messages in the unified audit log, if this is twenty times the usual volume). Other rules cover an application in a new network.',
  falsePositives: [
    'A first full synchronization for a new user.',
    'A migration, a legal export or the end of the first quarter in the log.',
  ],
  investigation: `- **Volume**: \`oauth.finding.value\` compared to \`oauth.finding.baseline\`, in the unit of \`oauth.activity\` (\`items\` or \`bytes\`).
- **Data read**: \`app_use\` with the same \`oauth.app.id\` and \`oauth.account.name\` on that day: \`oauth.activity.kind\`, \`oauth.activity.method\`; \`oauth.finding.events\` contains the first events.
- **Source**: \`source.ip\`; \`oauth.activity.network_new\` shows whether the network is new to the application.
- **Other accounts**: other findings with the same \`oauth.app.id\`.`,
  response: `1. Ask the vendor or the owner of the application about its activity on that day.
2. If nobody can explain it, disable the application and treat its credentials as stolen.`,
  evasion:
    'The attacker spreads the reads over so many days that no day is far above the usual volume or above twice the volume of the busiest day.',
  setup:
    'Requires the periodic pass of the pipeline (or a hunt). The pass computes volumes from the stored documents of the past four weeks, and finds the busiest day of the past hundred days.',
  tests: { match: [{ scenario: 'm365/slow-exfiltration' }] },
})
