import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c2b7e591-4d0a-4836-a9f8-1b6d3e7c5f04',
  name: 'OAuth Log Source Silent',
  severity: 'medium',
  attack: ['T1562.008'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "log_source_silent"`,
  description:
    'A log source with weeks of application records has been silent for much longer than its usual gaps. Someone may have disabled the log or its subscription, or a collector may have stopped. In either case, the rules on this log receive no data and raise no alerts.',
  falsePositives: [
    'A collector is moved or stopped deliberately.',
    'Company holidays longer than any gap in the past four weeks.',
  ],
  investigation: `- **Log source**: the message names the dataset and the vendor service. \`oauth.finding.value\` is the length of the silence in hours, \`oauth.finding.baseline\` the longest earlier gap.
- **Other silent log sources**: if there are others, check the collector, the queue and this pipeline (\`consentry_lag_records\`).
- **Last activity**: changes to audit settings (\`Set-AdminAuditLogConfig\`, diagnostic settings, log sharing) and of the collector’s own application.`,
  response: `1. Open the log in the vendor’s portal, and check for new records.
2. Repair the log source and collect the missing records: the documents keep their event times.`,
  evasion: 'The attacker stops the log for less time than its usual gaps.',
  setup:
    'Requires the periodic pass of the pipeline, and two weeks of the log, which show its weekend gaps. A hunt lists the source as a rule coverage gap.',
})
