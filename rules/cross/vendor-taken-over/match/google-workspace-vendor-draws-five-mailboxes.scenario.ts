import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that reads little downloads five mailboxes within a day',
  start: '2026-04-06T00:00:00Z',
  steps: [
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H',
      repeat: { every: 'PT4H48M', times: 40 },
      personas: { 'lena.ostrow': 5 },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H',
      repeat: { every: 'PT12M', times: 100 },
      personas: { 'lena.ostrow': 5 },
      replace: { '48213': '9000000' },
    },
    { sample: 'google-workspace/login-success', at: 'P11D', personas: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
