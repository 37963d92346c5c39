import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5d3f9b70-2c86-4e1a-b7f5-90c4e6a1d832',
  name: 'OAuth Application with a Second Credential for Days',
  severity: 'low',
  attack: ['T1671', 'T1098.001'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "credential_overlap"`,
  description:
    'An application was given another credential beside those it had, and two weeks later it still has more than before. A rotation ends by removing the old credential. One that is only added is a second way in, which its owner may not know of.',
  falsePositives: [
    'A rotation that takes longer, or one that somebody forgot to finish.',
    'One credential for each of several installations, on purpose.',
  ],
  triage: `#### What to look at

- **How many there are now, and were before**: \`oauth.finding.value\`, \`oauth.finding.baseline\`.
- **Who added the last one, and what it is**: the event in \`oauth.finding.events\`: \`user.email\`, \`oauth.credential.kind\`, \`oauth.credential.name\`.
- **Which of them is used**: \`oauth.credential.id\` of \`app_sign_in\` of the same \`oauth.app.id\`, and from where.

#### What to do

1. Ask the owner of the application which credentials are theirs.
2. Remove what nobody claims, and treat the application as taken over from the day on which it was added.`,
  evasion: 'The intruder removes the old key, or adds a key where the application had none.',
  setup: 'Needs the periodic pass of the pipeline (or a hunt).',
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is low: it shows a rotation that nobody finished, and the rules on added keys show an intruder two weeks earlier',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
