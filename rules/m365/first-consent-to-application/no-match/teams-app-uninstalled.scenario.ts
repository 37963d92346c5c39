import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with application permissions is removed from a team',
  start: '2026-03-13T13:00:00Z',
  steps: [{ sample: 'm365/teams-app-installed', at: 'PT1M', replace: { AppInstalled: 'AppUninstalled' } }],
})
