import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator consents to a Microsoft tool for all users',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-tenant-wide',
      at: 'PT1M',
      replace: { '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
  ],
})
