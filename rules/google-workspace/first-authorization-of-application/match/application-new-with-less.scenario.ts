import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Users authorize two new applications after three months, for mail and for calendars',
  steps: [
    { sample: 'google-workspace/token-authorize-device', at: 'PT1H' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P91D',
      personas: { 'Inbox Pilot': 'Berth Planner' },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/gmail.readonly' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P91DT1H',
      personas: { 'Inbox Pilot': 'Route Optimizer' },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.events' },
    },
  ],
})
