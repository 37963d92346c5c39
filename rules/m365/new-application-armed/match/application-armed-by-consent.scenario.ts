import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application receives a secret, and an administrator consents for all users',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    {
      sample: 'm365/consent-tenant-wide',
      at: 'PT30M',
      replace: { '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34' },
    },
  ],
})
