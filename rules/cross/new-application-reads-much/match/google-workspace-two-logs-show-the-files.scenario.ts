import { scenario } from '../../../lib/scenario.ts'

const other = {
  '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '417730926580-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj',
}

export default scenario({
  title:
    'An application reads ten files on its first day: the token log and the Drive log show it, and one alert contains both',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', replace: other },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'PT1H',
      replace: { '"417730926581"': '"417730926580"' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT10M', repeat: { every: 'PT2S', times: 10 } },
    { sample: 'google-workspace/drive-download-by-app', at: 'P40DT11M', repeat: { every: 'PT2S', times: 10 } },
  ],
})
