import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e8a5c1d2-71f4-4c3b-9d06-35b2f8e0a947',
  name: 'Entra ID Consent Without Its Grant, or Grant Without Its Consent',
  severity: 'medium',
  attack: ['T1671', 'T1562.008'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "bundle_incomplete" and oauth.grant.tier: ("critical" or "high")`,
  description:
    'One click on a consent screen writes a record of the consent and one of each grant, with one correlation id. Here one of them is missing, hours after the other. A grant without a consent was made through the API, past the screen that a user reads and past the rules that look at consents; a consent without a grant means that records are lost, or taken out.',
  falsePositives: [
    'An administrator who grants permissions with a script: the grant then has no consent.',
    'A log source that filters operations, and did not at first.',
  ],
  triage: `#### What to look at

- **Which half there is**: \`oauth.action\` is \`consent\` or \`delegated_grant\`; \`oauth.finding.events\` has its \`event.id\`.
- **Who did it and with what**: \`user.email\`, \`oauth.actor_app.name\`, \`source.ip\`.
- **For whom**: \`oauth.account.name\`, \`oauth.grant.breadth\`, \`oauth.grant.scopes\`.

#### What to do

1. A grant without a consent: ask who made it. If nobody knows, remove it, and look for others by the same actor.
2. A consent without a grant: compare with what the application holds today (\`consentry apps show\`), and look for gaps in the log source.`,
  setup:
    'Needs the periodic pass of the pipeline (or a hunt). Works on the directory records of Microsoft 365 and Entra ID.',
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/leaver-app-stops' }],
  },
})
