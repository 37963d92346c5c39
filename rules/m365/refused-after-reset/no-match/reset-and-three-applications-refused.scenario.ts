import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After a password reset, three applications try their old tokens, four times each',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M' },
    { sample: 'm365/password-reset', at: 'P5D' },
    { sample: 'm365/sessions-revoked', at: 'P5DT1M' },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT0M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT1M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'Invoice Sync Helper': 'Route Optimizer' },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT2M',
      repeat: { every: 'PT2M', times: 4 },
      personas: { 'Invoice Sync Helper': 'Customs Gateway' },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
  ],
})
