import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A client inside the Azure portal lists the administrators from the network where somebody redeemed a token',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    { sample: 'entra/signin-command-line-elsewhere', at: 'P16D' },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'P16DT9M',
      replace: {
        '04b07795-8ddb-461a-bbee-02f9e1bf7b46': '74658136-14ec-4630-ad9b-26e160ff0fc6',
        '/v1.0/users': '/v1.0/directoryRoles',
      },
    },
  ],
})
