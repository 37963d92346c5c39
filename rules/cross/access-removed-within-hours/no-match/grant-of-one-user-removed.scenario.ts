import { scenario } from '../../../lib/scenario.ts'

const app = { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' }

export default scenario({
  title: 'An administrator consents for all users, the application reads mail, and a grant of one user is removed',
  start: '2026-03-12T08:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT0S' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', replace: app },
    {
      sample: 'm365/delegated-grant-removed',
      at: 'PT2H',
      replace: { '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01' },
    },
  ],
})
