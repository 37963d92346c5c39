import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A suspended user comes back, and with her an application that five accounts authorized',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 4 },
      personas: { 'lena.ostrow': ['ines.falk', 'ivo.brandt', 'noor.baker', 'priya.nand'] },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P1D', repeat: { every: 'P1D', times: 3 } },
    { sample: 'google-workspace/admin-user-suspended', at: 'P50D' },
    { sample: 'google-workspace/admin-user-suspended', at: 'P60D', replace: { SUSPEND_USER: 'UNSUSPEND_USER' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P60DT5H' },
  ],
})
