import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two weeks after a password reset, an application tries old tokens repeatedly',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'P19D',
      repeat: { every: 'PT2M', times: 12 },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
  ],
})
