import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script obtains tokens of a user for an application with critical permissions in a new network',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M', personas: { 'Invoice Sync Helper': 'OfficeHome' } },
    { sample: 'entra/signin-user-app', at: 'P8D', personas: { 'Invoice Sync Helper': 'OfficeHome' } },
    { sample: 'm365/consent-user-mail', at: 'P20D', replace: { 'Mail.ReadWrite': 'Directory.ReadWrite.All' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P21D',
      replace: {
        '"isInteractive": true': '"isInteractive": false',
        '198.51.100.23': '203.0.113.90',
        'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36':
          'python-requests/2.32.3',
      },
    },
  ],
})
