import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account signs in from a rented server and creates a service account key from the same address',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'PT1M',
      replace: { '"ipAddress": "198.51.100.71"': '"networkInfo": { "ipAsn": [14061] }, "ipAddress": "203.0.113.121"' },
    },
    {
      sample: 'google-cloud/audit-service-account-key-created',
      at: 'PT9M',
      personas: { 'ivo.brandt': 'lena.ostrow' },
      replace: { '203.0.113.58': '203.0.113.121' },
    },
  ],
})
