import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'e8a5c1d2-71f4-4c3b-9d06-35b2f8e0a947',
  name: 'Entra ID Consent or Grant Recorded Without Its Counterpart',
  severity: 'medium',
  attack: ['T1671', 'T1562.008'],
  datasets: ['consentry.findings'],
  query: `oauth.finding.kind: "bundle_incomplete" and oauth.grant.tier: ("critical" or "high")`,
  description:
    'One click on a consent screen writes a record of the consent and a record of each grant, with one correlation ID. Hours later, one of them is still missing. A grant without a consent was created through the API, and bypassed the consent screen and the rules on consents. A consent without a grant means that records were lost or removed.',
  falsePositives: [
    'An administrator grants permissions with a script; such a grant has no consent.',
    'A log source started to filter operations.',
  ],
  investigation: `- **Existing record**: \`oauth.action\` is \`consent\` or \`delegated_grant\`; \`oauth.finding.events\` contains its \`event.id\`.
- **Actor and client**: \`user.email\`, \`oauth.actor_app.name\`, \`source.ip\`.
- **Affected accounts**: \`oauth.account.name\`, \`oauth.grant.breadth\`, \`oauth.grant.scopes\`.`,
  response: `1. Grant without consent: ask the account that created it. If nobody recognizes the grant, remove it, and look for other grants by the same actor.
2. Consent without grant: compare with the current permissions of the application (\`consentry apps show\`), and look for gaps in the log source.`,
  evasion: 'The attacker obtains the access through the consent screen, which writes both records.',
  setup:
    'Requires the periodic pass of the pipeline (or a hunt). The rule reads the directory records of Microsoft 365 and Entra ID.',
  state: 'experimental',
  tests: { noMatch: [{ scenario: 'm365/leaver-app-stops' }] },
})
