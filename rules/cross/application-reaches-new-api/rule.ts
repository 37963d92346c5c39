import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'c7d49e12-0a6b-4c85-9f3e-2e61b8a07d54',
  name: 'Token for a New API Obtained by an Application Without a User',
  severity: 'medium',
  attack: ['T1671', 'T1550.001'],
  datasets: ['azure.signinlogs', 'google_workspace.access_evaluation'],
  omits: {
    'gcp.audit': 'This log contains calls to Google Cloud, but not the scopes of the tokens.',
    'o365.audit': 'This log contains sign-ins of people, and their applications use many APIs.',
  },
  query: `oauth.action: "app_sign_in" and not event.outcome: "failure"
  and (oauth.grant.app_only: true or (oauth.grant.kind: "domain_delegation" and not oauth.grant.age_days < 30))
  and ((oauth.app.used_days >= 30 and oauth.app.idle_days <= 30 and oauth.grant.resource_new: true)
    or (oauth.credential.age_hours < 24 and oauth.grant.granted_age_hours < 24 and oauth.app.tier_held: "critical"
      and oauth.app.credentials >= 2 and oauth.app.last_used: * and not oauth.app.registered_hours < 720))`,
  yields: [
    'm365/known-abused-application',
    'cross/new-credential-from-new-network',
    'cross/dormant-app-awakens',
    'm365/application-changes-credential-kind',
  ],
  description:
    'An application in use for at least a month obtained a token for an API that it had never used before: a mail tool requests Azure Resource Manager, or a directory sync requests Key Vault. A program always uses the same few APIs. An attacker with its stolen key tries other APIs, and Entra ID issues a token even if the application has no permission. In Google Workspace, a service account with domain-wide delegation impersonates a person to access mail or files, although it previously used only calendars: an attacker needs no key for this if they deploy a function that runs as this account. A delegation added in the last month raises its own alert. The rule also covers an application with critical permissions that uses a second credential and a permission, both of the last day.',
  conditions: `- An application that has been in use for at least a month obtains a token for an API that it has never used.
- An application that was already in use, and that holds critical permissions and at least two credentials, signs in with a credential of the last day. Its newest permission is also from the last day. An intruder who can administer applications adds both. The log contains both changes, so a short export is enough.
- The second condition does not apply if the application was registered in the last 30 days.`,
  falsePositives: [
    'A new release of an internal application uses a new API, or a new secret and a new permission.',
    'A job runs only a few times a year.',
  ],
  investigation: `- **API**: \`oauth.grant.resource.name\`, \`oauth.grant.resource.id\`. Azure Resource Manager, Key Vault, Azure Storage and Exchange Online are the most valuable targets.
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, and new permissions for that API: \`app_role_grant\` with the same \`oauth.app.id\`; roles on Azure subscriptions are in the Azure activity log.
- **Source and credential**: \`source.ip\`, \`oauth.activity.network_new\`, \`oauth.credential.id\`, \`oauth.credential.age_hours\`.
- **Other requested APIs**: \`app_sign_in\` with the same \`oauth.app.id\`: several new APIs in a row indicate probing.`,
  response: `1. Ask the team that runs the application whether a new release needs the API.
2. If not: rotate the key that was used, and check the logs of that API for use of the token.`,
  evasion:
    'The attacker uses only the APIs that the application always uses, and waits for a day before using the new credential.',
  setup: 'Requires the entity store of the pipeline.',
  requires: ['license:entra-id-p1', 'log:azure.signinlogs.service-principals'],
  parameters: { ageDays: 'oauth.app.used_days >=' },
  tests: {
    match: [{ scenario: 'm365/application-asks-for-resource-manager' }],
    noMatch: [{ scenario: 'cross/new-key-from-elsewhere' }],
  },
})
