import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'eabc549b-91b4-4168-bcb6-f9e5b275055b',
  name: 'Microsoft Teams Application Installed with Resource-Specific Permissions',
  severity: 'medium',
  attack: ['T1671', 'T1213'],
  datasets: ['o365.audit'],
  query: 'oauth.action: "app_install" and oauth.grant.scopes: *',
  description:
    'An application was added to a team, to a chat or for a user in Microsoft Teams, together with resource-specific permissions, for example to read all messages in a channel. A team owner can grant these permissions: the directory records no consent, and no administrator is involved.',
  falsePositives: ['The team needs a reviewed application from the store.'],
  triage: `#### Investigation

- **Application**: \`oauth.app.name\`, \`oauth.app.id\`. \`o365.audit.AppDistributionMode\` shows its origin: the store, the organization’s catalog, or an upload.
- **Permissions**: \`oauth.grant.scopes\`, and their scope: \`oauth.grant.breadth\`.
- **Team**: \`o365.audit.TeamName\`. Does the team discuss sensitive information?
- **Installing account**: \`user.email\`, from \`source.ip\`.

#### Response

1. Ask the account owner about the purpose of the application.
2. If the installation was not intended: remove the application from the team, block it in the Teams admin center, and list the other installations.
3. Consider a policy that limits team owners to approved applications.`,
  references: [
    'https://learn.microsoft.com/en-us/microsoftteams/resource-specific-consent',
    'https://learn.microsoft.com/en-us/microsoftteams/audit-app-management-activities',
  ],
  skipsApprovedApps: true,
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/teams-app-installed' }],
    noMatch: [{ sample: 'm365/teams-app-installed-plain' }],
  },
})
