import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user confirms a device code for Office in the usual network, and another network receives the token',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    {
      sample: 'entra/signin-command-line',
      at: 'P16D',
      replace: {
        '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'd3590ed6-52b3-4102-aeff-aad2292ab01c',
        '"authenticationProtocol": "oAuth2"': '"authenticationProtocol": "deviceCode"',
      },
    },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16DT2M',
      replace: { '04b07795-8ddb-461a-bbee-02f9e1bf7b46': 'd3590ed6-52b3-4102-aeff-aad2292ab01c' },
    },
  ],
})
