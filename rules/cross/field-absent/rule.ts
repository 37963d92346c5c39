import { rule } from '../../lib/rule.ts'

export default rule({
  id: '71e0c8f4-963b-4a5d-b2e7-d84f1a6c3095',
  name: 'OAuth Log Source Field Missing',
  severity: 'low',
  attack: ['T1562'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "field_absent"`,
  description:
    'For a whole day, a dataset lacked a field that rules read, although many documents normally have it. Vendors rename fields without notice; a rule on the old name silently stops alerting.',
  falsePositives: ['The vendor deliberately stopped writing a frequent record type.'],
  investigation: `- **Field and dataset**: the message. \`oauth.finding.baseline\` is the expected number of documents with the field on that day.
- **Records of that day**: look for a renamed field. \`consentry coverage\` on an export lists unknown fields.`,
  response: `1. Compare a record of that day with a record of the previous day, and correct the mapping.
2. Until then, review the records of that day manually: the rules on this field had no data.`,
  evasion: 'The attacker changes only a part of the log, so that some records keep the field.',
  setup:
    'Requires the periodic pass of the pipeline, and a week of documents in the dataset: the pass compares a day with the same weekday of the previous week. A hunt lists the field as a rule coverage gap.',
})
