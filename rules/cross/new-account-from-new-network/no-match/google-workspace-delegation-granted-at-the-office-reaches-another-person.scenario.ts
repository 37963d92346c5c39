import { scenario } from '../../../lib/scenario.ts'

const administrator = { 'lena.ostrow': 'joost.hale', '118204417730926514083': '102946617803351720948' }
const client = {
  '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com': '112044879936650172483',
  WEB: 'SERVICE_ACCOUNT',
}

export default scenario({
  title: 'An administrator delegates at the office, and days later the client reads the mail of another person',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', replace: administrator },
    { sample: 'google-workspace/token-activity-gmail', at: 'P0D' },
    {
      sample: 'google-workspace/login-success',
      at: 'P20D',
      replace: { ...administrator, '198.51.100.71': '203.0.113.121' },
    },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'P20DT1H',
      replace: { '198.51.100.12': '198.51.100.71' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT2H', replace: client },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P30D',
      replace: { ...client, 'lena.ostrow': 'ole.brandt', '118204417730926514083': '118204417730926514084' },
    },
  ],
})
