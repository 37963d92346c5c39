import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A user grants a new program access to all calendars from a new network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/calendar',
        '198.51.100.71': '203.0.113.121',
        '64496': '64511',
      },
    },
  ],
})
