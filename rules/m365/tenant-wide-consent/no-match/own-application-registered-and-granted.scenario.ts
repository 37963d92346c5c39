import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator registers an application of the organization and consents to it for all users',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1M',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' },
    },
    { sample: 'm365/consent-tenant-wide', at: 'PT2M' },
  ],
})
