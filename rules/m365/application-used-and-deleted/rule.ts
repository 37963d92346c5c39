import { rule } from '../../lib/rule.ts'

export default rule({
  id: '95ecb256-0e3b-44d9-a3bf-718c81c34fb0',
  type: 'eql',
  name: 'Entra ID Application Registered, Given a Credential and Deleted Within a Day',
  severity: 'medium',
  attack: ['T1671', 'T1098.001', 'T1136.003'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'eql',
  query: `sequence by ?organization.id, oauth.app.id with maxspan=24h
  [any where oauth.action == "app_register" and event.outcome == "success"]
  [any where oauth.action in ("credential_add", "app_role_grant", "consent") and event.outcome == "success"]
  [any where oauth.action == "app_delete" and event.outcome == "success"]`,
  description:
    'An application was registered, given a key or a permission, and deleted within a day. That is how somebody works who needs an identity for one job, for example to copy mail or to grant himself something, and clears up behind it. The grants go with the application; what was done with it stays done.',
  falsePositives: [
    'A developer who tries something out, or a test that builds an application and takes it down again. They do so again and again under the same account.',
  ],
  triage: `#### What to look at

- **Who did it**: \`user.email\` or \`oauth.actor_app.name\` of the three events, from \`source.ip\`. Is it the same account in all of them?
- **What it was given**: \`oauth.grant.scopes\` and \`oauth.credential.kind\` of the second event.
- **What it did in between**: \`app_use\` and \`app_sign_in\` of the same \`oauth.app.id\`, and acts with it as \`oauth.actor_app.id\`: permissions and keys given to others stay.
- **Whether it is really gone**: a deleted application can be restored for thirty days.

#### What to do

1. Ask the account’s owner what it was for.
2. If it was not meant: undo what the application changed, delete it for good, and examine the account as compromised.`,
  // Each run reads a whole day.
  interval: '30m',
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'other',
      what: 'is medium: tests of developers and installers register and delete applications within a day',
    },
    {
      version: 3,
      alerts: 'more',
      what: 'Also finds acts in records that name no tenant, such as pages of Microsoft Graph.',
    },
  ],
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/application-armed' }],
  },
})
