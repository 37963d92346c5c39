import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new version replaces an application in the Teams catalog',
  steps: [
    { sample: 'm365/teams-app-published', at: 'PT1M', replace: { AppPublishedToCatalog: 'AppUpdatedInCatalog' } },
  ],
})
