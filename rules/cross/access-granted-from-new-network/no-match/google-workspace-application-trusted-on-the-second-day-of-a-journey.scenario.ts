import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator signs in from a new network, and trusts an application two days later',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P3D', times: 10 },
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '198.51.100.71': '198.51.100.12' },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P30D',
      personas: { 'lena.ostrow': 'joost.hale' },
      replace: { '198.51.100.71': '192.0.2.77' },
    },
    { sample: 'google-workspace/admin-app-trusted', at: 'P32D', replace: { '198.51.100.12': '192.0.2.77' } },
  ],
})
