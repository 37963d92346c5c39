import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account authorizes the Google Cloud command line from a hosting network that it never used',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20DT5M',
      personas: { 'Inbox Pilot': 'Google Cloud SDK' },
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        'https://mail.google.com/': 'https://www.googleapis.com/auth/cloud-platform',
        '198.51.100.71': '203.0.113.121',
        '64496': '9009',
      },
    },
  ],
})
