import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A device code yields a Device Registration Service token in a new network, and a device is registered soon after',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    {
      sample: 'entra/signin-device-registration',
      at: 'P16D',
      replace: {
        '"isInteractive": false': '"isInteractive": true',
        nonInteractiveUser: 'interactiveUser',
        NonInteractiveUserSignInLogs: 'SignInLogs',
        '"authenticationProtocol": "oAuth2"': '"authenticationProtocol": "deviceCode"',
      },
    },
    { sample: 'entra/audit-device-owner-added', at: 'P16DT6M' },
  ],
})
