import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that reads little downloads a mailbox within a day; the records arrive a day late',
  start: '2026-04-06T00:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT8H', repeat: { every: 'P1D', times: 8 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H',
      repeat: { every: 'PT1H', times: 20 },
      replace: { '48213': '9000000' },
    },
    { sample: 'google-workspace/login-success', at: 'P11D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
