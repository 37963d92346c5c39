import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An engineer on a new network lets a colleague create the tokens of a service account that signs token requests',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P3D', times: 10 },
      personas: { 'lena.ostrow': 'ivo.brandt' },
      replace: { '198.51.100.71': '198.51.100.40' },
    },
    { sample: 'google-cloud/audit-token-signed-by-service-account', at: 'P29D' },
    {
      sample: 'google-cloud/audit-service-account-opened-to-user',
      at: 'P30D',
      replace: { '198.51.100.40': '192.0.2.77' },
    },
  ],
})
