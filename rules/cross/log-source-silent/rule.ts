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
    'A source that told of applications for weeks has told nothing for much longer than it ever rests. Somebody may have switched the log or its subscription off, or a collector has stopped: either way the rules on it see nothing, and do not say so.',
  falsePositives: [
    'A collector that is moved or stopped on purpose.',
    'Company holidays that are longer than any in the past four weeks.',
  ],
  triage: `#### What to look at

- **Which log source**: the message names the dataset and the part of the vendor. \`oauth.finding.value\` is for how many hours it has been silent, \`oauth.finding.baseline\` its longest rest before.
- **Whether others are silent, too**: then it is the collector, the queue or this pipeline (\`consentry_lag_records\`).
- **What happened before it fell silent**: changes of audit settings (\`Set-AdminAuditLogConfig\`, diagnostic settings, log sharing) and of the collector’s own application.

#### What to do

1. Read the log in the vendor’s own portal: does it still go on there?
2. Mend the log source and let it fill in what was missed: the documents keep their event times.`,
  evasion: 'The intruder stops the log for less time than its usual pauses.',
  setup:
    'Needs the periodic pass of the pipeline, and two weeks of the log: from then on the rests of a weekend are known. A hunt lists it among what the rules could not see.',
  tests: {
    match: [],
    noMatch: [],
  },
})
