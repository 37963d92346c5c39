import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6013c02e-71ef-46a3-96da-0eda5ad13f92',
  name: 'Microsoft Teams Application Published to the Organization Catalog',
  severity: 'low',
  attack: ['T1671'],
  datasets: ['o365.audit'],
  query: `event.outcome: "success" and event.provider: "MicrosoftTeams"
  and event.action: ("AppPublishedToCatalog" or "AppUpdatedInCatalog")`,
  description:
    'An application was added to, or updated in, the organization’s own Microsoft Teams catalog. All users find it there under the name of the organization, without the checks of the public store; an updated version reaches all existing users.',
  falsePositives: ['A planned release of an internal application.'],
  investigation: `- **Application**: \`o365.audit.AddOnName\` and \`o365.audit.AddOnGuid\`. Does the organization build it?
- **Publisher**: \`user.id\`, from \`source.ip\`. Does this account usually publish, and was there an approval?
- **Later installations**: \`AppInstalled\` with the same \`o365.audit.AddOnGuid\`.`,
  response: `1. Ask the team that releases applications.
2. If the publication was not intended: delete the application from the catalog, uninstall it everywhere, and investigate the publishing account.`,
  evasion: 'The attacker uploads the application to one team instead of the catalog.',
  references: ['https://learn.microsoft.com/en-us/microsoftteams/audit-app-management-activities'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/teams-app-published' }],
    noMatch: [{ sample: 'm365/teams-app-installed' }],
  },
})
