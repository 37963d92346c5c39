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
    'For a whole day no document of a dataset had a field that rules read, although many should have had it. Vendors rename members without a word; a rule that asks for the old name goes quiet, and quiet looks like peace.',
  falsePositives: ['A kind of record that was frequent and is no longer written, for a good reason.'],
  triage: `#### What to look at

- **Which field, of which dataset**: the message. \`oauth.finding.baseline\` is how many documents of the day should have had it.
- **Records of that day**: what stands in its place? \`consentry coverage\` on an export names what no table knows.

#### What to do

1. Compare a record of the day with one of the day before, and correct the mapping.
2. Until then, look through the day by hand: the rules on this field saw nothing.`,
  evasion: 'The intruder changes the log only in part, so that some records keep the field.',
  setup:
    'Needs the periodic pass of the pipeline, and a week of the dataset: a day is compared with the same day of the week before. A hunt lists it among what the rules could not see.',
  tests: {
    match: [],
    noMatch: [],
  },
})
