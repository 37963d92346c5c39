import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After a password reset, three applications try their old tokens, four times each',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT0M',
      repeat: { every: 'PT2M', times: 4 },
      replace: {
        '"errorCode": 0': '"errorCode": 50173',
        '"resultType": "0"': '"resultType": "50173"',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '01d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT1M',
      repeat: { every: 'PT2M', times: 4 },
      replace: {
        '"errorCode": 0': '"errorCode": 50173',
        '"resultType": "0"': '"resultType": "50173"',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '11d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT2M',
      repeat: { every: 'PT2M', times: 4 },
      replace: {
        '"errorCode": 0': '"errorCode": 50173',
        '"resultType": "0"': '"resultType": "50173"',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '21d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
      },
    },
  ],
})
