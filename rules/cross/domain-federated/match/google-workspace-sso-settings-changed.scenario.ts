import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The SSO settings of the domain change, and a new SSO profile is created',
  steps: [
    {
      sample: 'google-workspace/admin-api-access-enabled',
      at: 'PT1M',
      repeat: {
        every: 'PT1M',
        times: 4,
        replace: {
          ENABLE_API_ACCESS: [
            'CHANGE_SSO_SETTINGS',
            'TOGGLE_SSO_ENABLED',
            'INBOUND_SSO_PROFILE_CREATED',
            'INBOUND_SSO_PROFILE_UPDATED',
          ],
        },
      },
    },
  ],
})
