import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program that lists the directory at the desk each day does so five times where its user never signed in',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 16 },
      replace: {
        'gmail.users.messages.list': 'directory.users.list',
        '"gmail"': '"admin"',
        '"WEB"': '"NATIVE_DESKTOP"',
        '203.0.113.140': '198.51.100.71',
      },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16D',
      repeat: { every: 'PT10S', times: 5 },
      replace: {
        'gmail.users.messages.list': 'directory.users.list',
        '"gmail"': '"admin"',
        '"WEB"': '"NATIVE_DESKTOP"',
        '203.0.113.140': '192.0.2.33',
      },
    },
  ],
})
