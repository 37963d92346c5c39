import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application that works for a week for one user lists the mail of another user, whose authorization arrives late',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1H' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P40D' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT1H', repeat: { every: 'P1D', times: 7 } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P47D',
      delivered: 'P47DT1H',
      personas: { 'lena.ostrow': 'mara.voss' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P47DT2M',
      delivered: 'P47DT10M',
      personas: { 'lena.ostrow': 'mara.voss' },
    },
  ],
})
