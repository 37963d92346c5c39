import { rule } from '../../lib/rule.ts'

export default rule({
  id: '55eb9b4b-047e-43b8-b7ad-4410c2653089',
  type: 'threshold',
  name: 'Entra ID Application Repeatedly Used Revoked Tokens',
  severity: 'low',
  attack: ['T1671', 'T1550.001'],
  datasets: ['azure.signinlogs'],
  omits: { 'o365.audit': 'It tells a sign-in of a person that failed, seldom one that an application tried alone.' },
  language: 'kuery',
  query: `oauth.action: "app_sign_in" and error.code: ("50173" or "50089" or "50132" or "50133")
  and oauth.account.reset_age_hours <= 72 and not oauth.app.first_party: true`,
  interval: '15m',
  from: 'now-1h',
  threshold: { field: ['service.id', 'user.email', 'source.ip'], value: 10 },
  repeats: { within: '7d' },
  description:
    'The sessions of an account were ended or its password was changed, and an application from one address tries its old tokens again and again. The answer to the incident has reached it: it is refused. But somebody still holds the tokens and has not given up, and the address is theirs: look what else came from there while the tokens worked.',
  falsePositives: ['A mail client or sync tool on a device that the user has not opened since.'],
  triage: `#### What to look at

- **The address**: \`source.ip\` (in the group of this alert): the user’s own device, or the server of somebody? All documents with it from the time before the reset, also of other accounts.
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`; its grant still stands, unless somebody removed it: \`consentry apps show ID\`.
- **When the account was reset**: \`oauth.account.password_reset\`, \`oauth.account.sessions_revoked\`, and why.

#### What to do

1. If the application is part of the incident: remove its grant, too. The refused token can be had anew with one sign-in of the user.
2. If it is the user’s own client: ask the user to sign in to it again.`,
  setup: 'Needs the entity store of the pipeline, and the log of non-interactive sign-ins.',
  requires: ['license:entra-id-p1'],
  references: ['https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes'],
  parameters: { hours: 'oauth.account.reset_age_hours <=', attempts: 'threshold.value' },
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
