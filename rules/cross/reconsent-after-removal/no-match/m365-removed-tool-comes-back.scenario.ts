import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The grant of a Microsoft tool is removed, and added again two days later',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT14M',
      bundle: 'consent',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'PT14M',
      bundle: 'consent',
    },
    {
      sample: 'm365/delegated-grant-removed',
      at: 'P2D',
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P4D',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
  ],
})
