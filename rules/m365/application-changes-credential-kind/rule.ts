import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5e0b1a86-93d4-4f27-a1c6-7b82d05f3e91',
  name: 'Entra ID Service Principal Signed In with a New Credential Type',
  severity: 'medium',
  attack: ['T1671', 'T1550.001', 'T1098.001'],
  datasets: ['azure.signinlogs'],
  omits: {
    'o365.audit': 'It tells sign-ins of people, which use no credential of the application.',
  },
  language: 'kuery',
  query: `oauth.action: "app_sign_in" and not event.outcome: "failure" and oauth.grant.app_only: true
  and oauth.app.used_days >= 30 and oauth.app.idle_days <= 30 and oauth.credential.kind_new: true
  and not (oauth.credential.age_hours: * and oauth.activity.network_new: false)`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // New Credential of an OAuth Application Used from a New Network
    '1e6f3c98-a4d7-4b05-9e82-c7b0d5f1a634',
    // Dormant OAuth Application Active Again
    '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
  ],
  description:
    'An application that has been in use for a month or longer proved itself by a kind of credential that it never used before: a secret where it always used a certificate, or the token of an outside issuer (federated). A team that changes the way its application signs in plans it. An intruder adds what is easiest for him, and the old credential goes on working beside it.',
  falsePositives: ['A planned move, mostly from secrets to certificates or to workload identity federation.'],
  triage: `#### What to look at

- **Which kind is new**: \`oauth.credential.kind\`, \`oauth.credential.id\`; when it was added and by whom: \`credential_add\` with the same \`oauth.app.id\`, \`oauth.credential.age_hours\`.
- **If it is federated**: \`oauth.credential.issuer\` and \`oauth.credential.subject\` of that \`credential_add\`. Is the repository or cluster yours?
- **Whether the old one is still used**: other \`app_sign_in\` of the same \`oauth.app.id\` in these days.
- **From where**: \`source.ip\`, \`oauth.activity.network_new\`.
- **What the application may do**: \`oauth.app.tier_held\`.

#### What to do

1. Ask the team that runs it. A move from certificate to secret is a step back that nobody plans.
2. If nobody knows of it: remove the credential (App registrations, Certificates and secrets), and treat the application as taken over from the day it was added.`,
  evasion: 'The intruder adds a credential of the kind that the application uses.',
  setup: 'Needs the entity store of the pipeline.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  references: ['https://learn.microsoft.com/en-us/entra/workload-id/workload-identity-federation'],
  parameters: { ageDays: 'oauth.app.used_days >=' },
  version: 5,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'gives way to a more severe or more specific rule that alerts on the same act',
    },
    {
      version: 3,
      alerts: 'fewer',
      what: 'leaves out applications that were idle for a month: after that, everything they do looks new',
    },
    {
      version: 4,
      alerts: 'other',
      what: 'compares with all that the entity store knows of the application. As a rule on new terms it saw only documents of applications older than a month, so that the thirtieth day of each was new to it',
    },
    {
      version: 5,
      alerts: 'fewer',
      what: 'leaves out a credential whose addition the log has, in a network of the application: its addition raised an alert',
    },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/application-asks-for-resource-manager' }, { scenario: 'cross/key-rotated' }],
  },
})
