import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An application that an administrator trusted weeks earlier reads mail for the first time, twenty times in a minute',
  steps: [
    { sample: 'google-workspace/admin-app-trusted', at: 'P1D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P2D',
      repeat: { every: 'P5D', times: 8 },
      replace: { 'gmail.users.messages.list': 'calendar.events.list', '"gmail"': '"calendar"', GMAIL: 'CALENDAR' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P40D', repeat: { every: 'PT2S', times: 20 } },
  ],
})
