import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The token of a desktop program reads mail and files in a network where its user never signed in',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      replace: { '203.0.113.140': '198.51.100.71', '"WEB"': '"NATIVE_DESKTOP"' },
      repeat: { every: 'P1D', times: 20 },
    },
    { sample: 'google-workspace/login-success', at: 'P8D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P20DT3H',
      replace: {
        '203.0.113.140': '192.0.2.33',
        '"WEB"': '"NATIVE_DESKTOP"',
        'gmail.users.messages.list': 'gmail.users.messages.get',
      },
      repeat: { every: 'PT10S', times: 30 },
    },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P20DT4H',
      replace: { '203.0.113.140': '192.0.2.33' },
      repeat: { every: 'PT10S', times: 30 },
    },
  ],
})
