import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator trusts an application for two organizational units',
  steps: [{ sample: 'google-workspace/admin-app-trusted', at: 'PT1M', repeat: { every: 'PT1M', times: 2 } }],
})
