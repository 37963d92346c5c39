import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with application permissions is removed from a team',
  steps: [{ sample: 'm365/teams-app-installed', at: 'PT1M', replace: { AppInstalled: 'AppUninstalled' } }],
})
