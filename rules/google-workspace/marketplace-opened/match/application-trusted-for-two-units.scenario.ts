import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator trusts an application for two organizational units',
  start: '2026-04-14T07:00:00Z',
  steps: [{ sample: 'google-workspace/admin-app-trusted', at: 'PT1M', repeat: { every: 'PT1M', times: 2 } }],
})
