import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application that works for weeks for one user lists the mail of another user a day after their authorization',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P1D', repeat: { every: 'P2D', times: 20 } },
    { sample: 'google-workspace/token-authorize-mail', at: 'P41D', personas: { 'lena.ostrow': 'mara.voss' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P42D', personas: { 'lena.ostrow': 'mara.voss' } },
  ],
})
