import { scenario } from '../../../lib/scenario.ts'

const signed = 'google-cloud/audit-token-signed-by-service-account'

export default scenario({
  title:
    'An engineer on a new network attaches a service account to a machine, and the account signs a token from a new address in its cloud',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1H',
      repeat: { every: 'P3D', times: 10 },
      personas: { 'lena.ostrow': 'ivo.brandt' },
      replace: { '198.51.100.71': '198.51.100.40' },
    },
    { sample: signed, at: 'PT0S', repeat: { every: 'P1D', times: 30 }, replace: { 'gce-internal-ip': '203.0.113.61' } },
    {
      sample: 'google-cloud/audit-machine-gets-service-account',
      at: 'P29DT2H',
      replace: { '198.51.100.40': '192.0.2.77' },
    },
    { sample: signed, at: 'P29DT3H', replace: { 'gce-internal-ip': '203.0.113.98' } },
  ],
})
