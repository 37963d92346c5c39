import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator turns off SSL for the domain',
  steps: [
    {
      sample: 'google-workspace/admin-api-access-enabled',
      at: 'PT1M',
      replace: { ENABLE_API_ACCESS: 'TOGGLE_SSL', '"value": "true"': '"value": "false"' },
    },
  ],
})
