import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator authorizes an application before a data transfer, a full export, and a scheduled Takeout',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', personas: { 'lena.ostrow': 'joost.hale' } },
    {
      sample: 'google-workspace/admin-user-suspended',
      at: 'PT5H',
      replace: { SUSPEND_USER: 'CREATE_DATA_TRANSFER_REQUEST' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P3D', personas: { 'lena.ostrow': 'joost.hale' } },
    { sample: 'google-workspace/admin-organization-exported', at: 'P3DT5H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P6D', personas: { 'lena.ostrow': 'joost.hale' } },
    {
      sample: 'google-workspace/takeout-started',
      at: 'P6DT5H',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { STARTED_USER_TAKEOUT: 'SCHEDULED_USER_TAKEOUT' },
    },
  ],
})
