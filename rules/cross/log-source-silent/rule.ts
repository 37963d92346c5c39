import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c2b7e591-4d0a-4836-a9f8-1b6d3e7c5f04',
  name: 'OAuth Log Source Silent',
  severity: 'medium',
  attack: ['T1562.008'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "log_source_silent"`,
  description:
    'A log source that reported applications for weeks has been silent for much longer than its usual pauses. Someone may have disabled the log or its subscription, or a collector has stopped. In either case, the rules on this log receive no data and raise no alerts.',
  falsePositives: [
    'A collector that is moved or stopped deliberately.',
    'Company holidays longer than any pause in the past four weeks.',
  ],
  triage: `#### Investigation

- **Log source**: the message names the dataset and the part of the vendor. \`oauth.finding.value\` is the length of the silence in hours, \`oauth.finding.baseline\` the longest earlier pause.
- **Other silent log sources**: if there are others, check the collector, the queue and this pipeline (\`consentry_lag_records\`).
- **Last activity**: changes of audit settings (\`Set-AdminAuditLogConfig\`, diagnostic settings, log sharing) and of the collector’s own application.

#### Response

1. Read the log in the vendor’s portal: does it still receive records there?
2. Repair the log source and collect the missing records: the documents keep their event times.`,
  evasion: 'The intruder stops the log for less time than its usual pauses.',
  setup:
    'Needs the periodic pass of the pipeline, and two weeks of the log: from then on, weekend pauses are known. A hunt lists the source among the gaps of the rules.',
  tests: {
    match: [],
    noMatch: [],
  },
})
