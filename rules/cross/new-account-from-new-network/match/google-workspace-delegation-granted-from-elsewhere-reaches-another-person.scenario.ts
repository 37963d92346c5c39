import { administratorSignsInElsewhere } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator delegates from a new network, and days later the client reads the mail of another person',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P0D' },
    { ...administratorSignsInElsewhere, at: 'P20D' },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'P20DT1H',
      replace: { '198.51.100.12': '203.0.113.121' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT2H',
      personas: { 'Inbox Pilot': 'mail-sweeper' },
      replace: { WEB: 'SERVICE_ACCOUNT' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P30D',
      personas: { 'lena.ostrow': 'ole.brandt', 'Inbox Pilot': 'mail-sweeper' },
      replace: { WEB: 'SERVICE_ACCOUNT' },
    },
  ],
})
