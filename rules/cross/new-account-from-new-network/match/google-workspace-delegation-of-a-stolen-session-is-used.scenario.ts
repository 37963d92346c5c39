import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A stolen session of an administrator delegates from a network without a sign-in, and the client reads mail',
  steps: [
    { sample: 'google-workspace/login-success', at: 'P0D', personas: { 'lena.ostrow': 'joost.hale' } },
    { sample: 'google-workspace/token-activity-gmail', at: 'P0D' },
    {
      sample: 'google-workspace/admin-delegation-granted',
      at: 'P20DT1H',
      replace: { '198.51.100.12': '203.0.113.121' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT2H',
      personas: { 'Inbox Pilot': 'mail-sweeper' },
      replace: { WEB: 'SERVICE_ACCOUNT', 'messages.list': 'messages.get' },
    },
  ],
})
