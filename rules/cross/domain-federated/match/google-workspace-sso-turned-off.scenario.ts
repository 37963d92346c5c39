import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator turns SSO off',
  steps: [
    {
      sample: 'google-workspace/admin-api-access-enabled',
      at: 'PT1M',
      replace: { ENABLE_API_ACCESS: 'TOGGLE_SSO_ENABLED', '"value": "true"': '"value": "false"' },
    },
  ],
})
