import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A program lists the directory four times where its user never signed in, and six times after a sign-in there',
  start: '2026-04-14T07:00:00Z',
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
      repeat: { every: 'PT10S', times: 4 },
      replace: {
        'gmail.users.messages.list': 'directory.users.list',
        '"gmail"': '"admin"',
        '"WEB"': '"NATIVE_DESKTOP"',
        '203.0.113.140': '192.0.2.33',
      },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P16DT2H',
      replace: { '"ipAddress": "198.51.100.71"': '"ipAddress": "192.0.2.33"' },
    },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P16DT3H',
      repeat: { every: 'PT10S', times: 6 },
      replace: {
        'gmail.users.messages.list': 'directory.users.list',
        '"gmail"': '"admin"',
        '"WEB"': '"NATIVE_DESKTOP"',
        '203.0.113.140': '192.0.2.33',
      },
    },
  ],
})
