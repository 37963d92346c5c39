import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator signs in from a new network, and adds an application to the allowlist',
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
    { sample: 'google-workspace/admin-app-allow-listed', at: 'P30DT10M', replace: { '198.51.100.12': '192.0.2.77' } },
  ],
})
