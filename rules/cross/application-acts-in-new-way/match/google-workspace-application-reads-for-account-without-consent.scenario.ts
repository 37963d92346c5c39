import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application that works for weeks for three users who authorized it lists the mail of another user, who never did',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT1H',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'lena.ostrow': 3 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P1D',
      repeat: { every: 'P1D', times: 41 },
      personas: { 'lena.ostrow': 3 },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P42D', personas: { 'lena.ostrow': 'mara.voss' } },
  ],
})
