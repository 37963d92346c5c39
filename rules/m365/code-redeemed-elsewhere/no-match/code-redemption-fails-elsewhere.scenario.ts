import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The redemption of the code in another network fails',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'entra/signin-user-app', at: 'P8D', replace: { db68a80f: 'db68a81f' } },
    { sample: 'entra/signin-command-line', at: 'P16D' },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16DT2M',
      replace: { '"errorCode": 0': '"errorCode": 54005', '"resultType": "0"': '"resultType": "54005"' },
    },
  ],
})
