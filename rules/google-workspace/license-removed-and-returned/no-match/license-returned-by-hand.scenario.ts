import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator removes the license of an account by mistake, and returns the license within the hour',
  steps: [
    { sample: 'google-workspace/admin-user-suspended', at: 'PT1M', replace: { SUSPEND_USER: 'USER_LICENSE_REVOKE' } },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'PT49M',
      replace: { SUSPEND_USER: 'USER_LICENSE_ASSIGNMENT' },
    },
  ],
})
