import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c7d49e12-0a6b-4c85-9f3e-2e61b8a07d54',
  name: 'Entra ID Service Principal Signed In to a New Resource',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['azure.signinlogs'],
  omits: {
    'o365.audit': 'It tells sign-ins of people, whose applications use whatever they need.',
  },
  language: 'kuery',
  query: `oauth.action: "app_sign_in" and not event.outcome: "failure" and oauth.grant.app_only: true
  and oauth.app.used_days >= 30 and oauth.app.idle_days <= 30 and oauth.grant.resource_new: true`,
  yields: [
    // Microsoft 365 OAuth Application Known from Attacks
    'acf50285-febd-422b-bbd3-2d7f6628b02b',
    // New Credential of an OAuth Application Used from a New Network
    '1e6f3c98-a4d7-4b05-9e82-c7b0d5f1a634',
    // Dormant OAuth Application Active Again
    '94c5a7e2-0f3d-4b81-a69c-7d2e8b1f5a09',
    // Entra ID Service Principal Signed In with a New Credential Type
    '5e0b1a86-93d4-4f27-a1c6-7b82d05f3e91',
  ],
  description:
    'An application that has been in use for a month or longer got a token of its own for an API that it never used before: a mail tool asks for Azure Resource Manager, a directory sync for Key Vault. A program always uses the same few. Who holds its stolen key tries what else it opens, and a token is issued even where the application has no permission there yet.',
  falsePositives: ['A new release of an application of the organization.', 'A job that runs a few times a year.'],
  triage: `#### What to look at

- **Which API**: \`oauth.grant.resource.name\`, \`oauth.grant.resource.id\`. Azure Resource Manager, Key Vault, Azure Storage and Exchange Online are worth most.
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`, and whether its permissions there are new: \`app_role_grant\` with the same \`oauth.app.id\`; roles on Azure subscriptions are in the activity log of Azure.
- **From where, with which key**: \`source.ip\`, \`oauth.activity.network_new\`, \`oauth.credential.id\`, \`oauth.credential.age_hours\`.
- **What it asked for before and after**: \`app_sign_in\` of the same \`oauth.app.id\`: several new APIs in a row is somebody trying.

#### What to do

1. Ask the team that runs it whether a new release needs it.
2. If not: remove the key that was used and make a new one; look into the logs of that API for what was done with the token.`,
  evasion: 'The intruder stays with the APIs that the application always uses.',
  setup: 'Needs the entity store of the pipeline.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
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
    { version: 5, alerts: 'more', what: 'alerts on what a rule that it gives way to leaves out now' },
  ],
  tests: {
    match: [{ scenario: 'm365/application-asks-for-resource-manager' }],
    noMatch: [{ scenario: 'cross/new-key-from-elsewhere' }],
  },
})
