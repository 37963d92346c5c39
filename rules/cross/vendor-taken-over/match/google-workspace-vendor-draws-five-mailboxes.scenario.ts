import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that reads little downloads five mailboxes within a day',
  start: '2026-04-06T00:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT8H0M', repeat: { every: 'P1D', times: 8 }, replace: {} },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H0M',
      repeat: { every: 'PT1H', times: 20 },
      replace: { '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H1M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'ole.brandt' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H1M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'ole.brandt' },
      replace: { '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H2M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'ines.moreau' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H2M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'ines.moreau' },
      replace: { '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H3M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'petr.novak' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H3M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'petr.novak' },
      replace: { '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H4M',
      repeat: { every: 'P1D', times: 8 },
      cast: { 'lena.ostrow': 'aino.lehto' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H4M',
      repeat: { every: 'PT1H', times: 20 },
      cast: { 'lena.ostrow': 'aino.lehto' },
      replace: { '48213': '9000000' },
    },
    { sample: 'google-workspace/login-success', at: 'P11D', cast: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
