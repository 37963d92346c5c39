import { scenario } from '../../../lib/scenario.ts'

const elsewhere = { '198.51.100.71': '203.0.113.121' }

export default scenario({
  title: 'A mail program that a user granted in a new network two days ago changes an event there',
  steps: [
    { sample: 'google-workspace/token-authorize-sign-in-only', at: 'PT0S' },
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/login-success', at: 'P20D', replace: elsewhere },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT1M',
      replace: { '"WEB"': '"NATIVE_DESKTOP"', '64496': '64511', ...elsewhere },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT5M', replace: { '203.0.113.140': '203.0.113.121' } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P22D',
      replace: {
        '"gmail"': '"calendar"',
        'gmail.users.messages.list': 'calendar.events.patch',
        '"GMAIL"': '"CALENDAR"',
        '203.0.113.140': '203.0.113.121',
      },
    },
  ],
})
