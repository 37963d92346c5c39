import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that reads little downloads four mailboxes within a day, and one of them again the next day',
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
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H1M',
      repeat: { every: 'PT1H', times: 20 },
      replace: { 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084', '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H2M',
      repeat: { every: 'P1D', times: 8 },
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H2M',
      repeat: { every: 'PT1H', times: 20 },
      replace: { 'lena.ostrow': 'ines.moreau', '118204417730926514083': '118204417730926514085', '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT8H3M',
      repeat: { every: 'P1D', times: 8 },
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P9DT1H3M',
      repeat: { every: 'PT1H', times: 20 },
      replace: { 'lena.ostrow': 'petr.novak', '118204417730926514083': '118204417730926514086', '48213': '9000000' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P10DT1H',
      repeat: { every: 'PT1H', times: 20 },
      replace: { '48213': '90000000' },
    },
    { sample: 'google-workspace/login-success', at: 'P12D', replace: { 'lena.ostrow': 'tomas.feld' } },
  ],
})
