import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads the same mailbox every night',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 9 },
      replace: { '48213': '180000000' },
    },
    { sample: 'google-workspace/login-success', at: 'P11D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
