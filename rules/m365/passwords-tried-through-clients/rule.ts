import { rule } from '../../lib/rule.ts'

export default rule({
  id: '82e4a6c0-5b3d-4917-9fd8-0c7b6e1a2d94',
  type: 'threshold',
  name: 'Entra ID Passwords of Ten Accounts Tried by Password Grant',
  severity: 'medium',
  group: 'microsoft-clients',
  attack: ['T1078.004', 'T1528'],
  datasets: ['azure.signinlogs'],
  omits: { 'o365.audit': 'its sign-ins have no protocol' },
  language: 'kuery',
  query: `event.outcome: "failure" and oauth.action: "app_sign_in" and error.code: ("50126" or "50053" or "50055" or "50056")
  and azure.signinlogs.properties.authentication_protocol: "ropc"`,
  from: 'now-1h',
  threshold: { field: ['service.id'], value: 10, cardinality: [{ field: 'user.id', value: 10 }] },
  repeats: { within: '1d' },
  description:
    'A password was refused for ten accounts within an hour, each time by a password grant: a program sends name and password under the name of a client of Microsoft. Tools such as TeamFiltration and MSOLSpray try one password on everybody in this way, since no page and no second factor is in between, and rotate their addresses.',
  falsePositives: ['An old program of the organization signs in for many mailboxes, and their passwords expired.'],
  triage: `#### What to look at

- **From where, as what**: \`source.ip\`, \`source.as.number\`, \`user_agent.original\`, \`oauth.app.name\` of the events.
- **Where it succeeded**: sign-ins with the same protocol or from the same addresses and \`event.outcome: success\`, or with the errors 50076 and 50079, which mean that the password was right.

#### What to do

1. Reset the passwords of accounts for which it succeeded or stopped at the second factor, and end their sessions.
2. Block password grants and old protocols by Conditional Access.

#### How it is evaded

Fewer than ten accounts in an hour.`,
  evasion: 'The intruder tries few passwords a day, or spreads them over many addresses.',
  references: [
    'https://www.proofpoint.com/us/blog/threat-insight/attackers-unleash-teamfiltration-account-takeover-campaign',
  ],
  parameters: { accounts: 'threshold.cardinality' },
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
