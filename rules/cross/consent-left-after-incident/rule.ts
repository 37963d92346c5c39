import { rule } from '../../lib/rule.ts'

export default rule({
  id: '4c0f5f3e-8a86-4b0e-9d3a-6f1be0c7a215',
  name: 'OAuth Grant Not Revoked After Its Account Was Disabled',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['consentry.findings'],
  language: 'kuery',
  query: `oauth.finding.kind: "containment_gap" and oauth.finding.value <= 72 and not oauth.grant.tier: "low"`,
  description:
    'An account consented to an application and was disabled or suspended within three days, as the answer to a compromise is; a day later the application still holds the grant. Disabling an account, resetting its password or its second factor does not take the grant away: as soon as the account is enabled again, the application is back.',
  falsePositives: [
    'Somebody who tried a tool in the last days of employment. The grant should be removed all the same.',
    'A removal whose record is not collected.',
  ],
  triage: `#### What to look at

- **Which grant**: \`oauth.app.name\`, \`oauth.grant.scopes\`, \`oauth.account.name\`. \`oauth.finding.value\` is how many hours before the end of the account it was given.
- **The two records behind it**: \`oauth.finding.events\` has the \`event.id\` of the grant and of the end of the account.
- **What it was used for**: \`app_use\` of the same \`oauth.app.id\` and \`oauth.account.name\` since \`oauth.grant.first_seen\`.
- **Who else has it**: \`oauth.app.users\`.

#### What to do

1. Remove the grant, or disable the application when nobody else needs it.
2. Ask who ended the account, and why: if it was an incident, the answer to it is not complete.`,
  evasion: 'The intruder gives the grant before the part of the log that the pipeline has read.',
  setup: 'Needs the periodic pass of the pipeline (or a hunt), and the records that end accounts and remove grants.',
  version: 2,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: the grant that remains is a task, and its use has an alert of high severity',
    },
  ],
  tests: {
    match: [{ scenario: 'm365/incident-grant-left' }],
    noMatch: [{ scenario: 'm365/leaver-grant-left' }],
  },
})
