import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6013c02e-71ef-46a3-96da-0eda5ad13f92',
  name: 'Microsoft Teams Application Published to the Organization Catalog',
  severity: 'medium',
  attack: ['T1671'],
  datasets: ['o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and event.provider: "MicrosoftTeams"
  and event.action: ("AppPublishedToCatalog" or "AppUpdatedInCatalog")`,
  description:
    'An application was put into the organization’s own catalog of Microsoft Teams, or replaced there by another version. Everybody finds it there under the name of the organization, without the checks of the public store; a replaced version reaches all who have it.',
  falsePositives: ['A planned release of an application that the organization builds itself.'],
  triage: `#### What to look at

- **Which application**: \`o365.audit.AddOnName\` and \`o365.audit.AddOnGuid\`. Is it one that the organization builds?
- **Who published it**: \`user.id\`, from \`source.ip\`. Is it the account that usually does, and was there an approval?
- **Who installed it since**: \`AppInstalled\` with the same \`o365.audit.AddOnGuid\`.

#### What to do

1. Ask the team that releases applications.
2. If it was not meant: delete it from the catalog, remove it where it was installed, and examine the account that published it.`,
  references: ['https://learn.microsoft.com/en-us/microsoftteams/audit-app-management-activities'],
  state: 'experimental',
  tests: {
    match: [{ sample: 'm365/teams-app-published' }],
    noMatch: [{ sample: 'm365/teams-app-installed' }],
  },
})
