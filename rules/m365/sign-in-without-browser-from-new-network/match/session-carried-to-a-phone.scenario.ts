import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A session begins in one new network, and authentication transfer carries it to a phone in another',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '192.0.2.44' } },
    {
      sample: 'entra/signin-device-code',
      at: 'P16DT1H',
      replace: {
        '29d9ed98-a469-4536-ade2-f981bc1d605e': '27922004-5251-4030-b22d-91ecd9a37ea4',
        '"isInteractive": false': '"isInteractive": true',
        nonInteractiveUser: 'interactiveUser',
        NonInteractiveUserSignInLogs: 'SignInLogs',
        'python-requests/2.32.3': 'Outlook-Android/2.0',
        deviceCode: 'none',
        '"originalTransferMethod": "none"': '"originalTransferMethod": "authenticationTransfer"',
      },
    },
  ],
})
