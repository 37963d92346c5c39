import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A user tries calls for calendars, and days later for mail, in the OAuth Playground from the usual network',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P10D',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar.readonly' },
    },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P11D',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P14D',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/gmail.readonly' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P14DT10M',
      repeat: { every: 'PT2S', times: 20 },
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
      replace: { '  "ipAddress": "203.0.113.140",\n': '' },
    },
  ],
})
