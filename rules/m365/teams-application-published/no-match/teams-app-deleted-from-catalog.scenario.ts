import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application is deleted from the Teams catalog, another is refused, and another service logs the same event',
  steps: [
    { sample: 'm365/teams-app-published', at: 'PT1M', replace: { AppPublishedToCatalog: 'AppDeletedFromCatalog' } },
    { sample: 'm365/teams-app-published', at: 'PT2M', replace: { '"MicrosoftTeams"': '"SharePoint"' } },
    {
      sample: 'm365/teams-app-published',
      at: 'PT3M',
      replace: { '"Workload": "MicrosoftTeams"': '"Workload": "MicrosoftTeams",\n  "ResultStatus": "Failed"' },
    },
  ],
})
