import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application reads ten files on its first day: the token log and the Drive log show it, and one alert contains both',
  steps: [
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H', personas: { 'Inbox Pilot': 'Berth Planner' } },
    { sample: 'google-workspace/drive-download-by-app', at: 'PT1H', replace: { '"417730926581"': '"417730926580"' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40DT10M', repeat: { every: 'PT2S', times: 10 } },
    { sample: 'google-workspace/drive-download-by-app', at: 'P40DT11M', repeat: { every: 'PT2S', times: 10 } },
  ],
})
