import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in on a new computer in a new network, and joins the computer',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-device-registration',
      at: 'P16D',
      replace: {
        '"isInteractive": false': '"isInteractive": true',
        nonInteractiveUser: 'interactiveUser',
        NonInteractiveUserSignInLogs: 'SignInLogs',
      },
    },
    { sample: 'entra/signin-device-registration', at: 'P16DT1M' },
    { sample: 'entra/audit-device-owner-added', at: 'P16DT6M' },
  ],
})
