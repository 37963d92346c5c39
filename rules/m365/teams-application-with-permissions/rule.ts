import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'eabc549b-91b4-4168-bcb6-f9e5b275055b',
  name: 'Microsoft Teams Application Installed with Resource-Specific Permissions',
  severity: 'medium',
  attack: ['T1671', 'T1213'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: 'oauth.action: "app_install" and oauth.grant.scopes: *',
  description:
    'An application was added to a team, a chat or for a person in Microsoft Teams, and with it permissions of its own over that place, for example to read all messages of a channel. The owner of a team may give them; no consent is recorded in the directory, and no administrator is asked.',
  falsePositives: ['An application from the store that the team needs and that somebody looked at.'],
  triage: `#### What to look at

- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`. Where it came from is in \`o365.audit.AppDistributionMode\`: from the store, from the organization’s catalog, or uploaded.
- **What it may do**: \`oauth.grant.scopes\`, and how far: \`oauth.grant.breadth\`.
- **Where**: \`o365.audit.TeamName\`. What is talked about there?
- **Who installed it**: \`user.email\`, from \`source.ip\`.

#### What to do

1. Ask who installed it what for.
2. If it was not meant: remove it from the team, block it in the Teams admin center, and list the other installations.
3. Consider a policy that lets owners of teams consent to known applications alone.`,
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
