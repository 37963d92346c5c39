import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in with a browser from a new network, and a third-party application uses a device code',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-command-line', at: 'P16D', replace: { '198.51.100.23': '203.0.114.8' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P16DT1M',
      replace: {
        '198.51.100.23': '203.0.115.8',
        '"authenticationProtocol": "oAuth2"': '"authenticationProtocol": "deviceCode"',
      },
    },
  ],
})
