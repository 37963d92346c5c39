import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After a password reset, a Microsoft tool tries its old tokens repeatedly',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'P6D',
      repeat: { every: 'PT2M', times: 12 },
      replace: {
        '"errorCode": 0': '"errorCode": 50173',
        '"resultType": "0"': '"resultType": "50173"',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
        'd3b07384-d9a0-4c3e-8f52-61a2b7c4e590': 'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
      },
    },
  ],
})
