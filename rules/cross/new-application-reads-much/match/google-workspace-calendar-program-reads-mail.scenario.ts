import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account that only read events for weeks reads ten messages',
  steps: [
    {
      sample: 'google-workspace/token-activity-service-account',
      at: 'PT0S',
      repeat: { every: 'P5D', times: 8 },
      replace: { 'gmail.users.messages.get': 'calendar.events.list', '"gmail"': '"calendar"', GMAIL: 'CALENDAR' },
    },
    { sample: 'google-workspace/token-activity-service-account', at: 'P38D', repeat: { every: 'PT5S', times: 10 } },
  ],
})
