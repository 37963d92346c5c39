import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three people authorize a product at the office, and a server revokes their tokens an hour later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'P0D',
      repeat: { every: 'PT1M', times: 3 },
      personas: { 'lena.ostrow': 3 },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P8D',
      repeat: { every: 'PT1M', times: 3 },
      personas: { 'lena.ostrow': 3 },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: { every: 'PT5M', times: 3 },
      personas: { 'lena.ostrow': 3 },
    },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P20DT1H',
      personas: { 'lena.ostrow': 3 },
      replace: { '198.51.100.71': '203.0.113.121' },
      repeat: { every: 'PT5M', times: 3 },
    },
  ],
})
