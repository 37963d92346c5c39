import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A token of the OAuth Playground, in use for weeks, reads mail twenty times from a network that is new to the user',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20D',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
      replace: {
        '203.0.113.140': '198.51.100.71',
        'gmail.users.messages.list': 'calendar.events.list',
        '"gmail"': '"calendar"',
        GMAIL: 'CALENDAR',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P40D',
      repeat: { every: 'PT2S', times: 20 },
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    },
  ],
})
