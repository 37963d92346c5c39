import { rule } from '../../lib/rule.ts'

export default rule({
  id: '71e0c8f4-963b-4a5d-b2e7-d84f1a6c3095',
  name: 'Field Required by Rules Missing from a Log Source',
  severity: 'low',
  attack: ['T1562'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "field_absent"`,
  description:
    'For a whole day, no document of a dataset had a field that rules read, although many documents normally have it. Vendors rename members without notice; a rule that reads the old name no longer alerts, and nobody notices.',
  falsePositives: ['A frequent kind of record that the vendor no longer writes, for a good reason.'],
  triage: `#### Investigation

- **Field and dataset**: the message. \`oauth.finding.baseline\` is the number of documents of the day that should have had the field.
- **Records of that day**: look for a replacement of the field. \`consentry coverage\` on an export lists unknown members.

#### Response

1. Compare a record of the day with one of the day before, and correct the mapping.
2. Until then, review the day by hand: the rules on this field saw no data.`,
  evasion: 'The intruder changes only a part of the log, so that some records keep the field.',
  setup:
    'Needs the periodic pass of the pipeline, and a week of the dataset: it compares a day with the same day of the week before. A hunt lists the field among the gaps of the rules.',
  tests: {
    match: [],
    noMatch: [],
  },
})
