import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An administrator grants an application write access to all mail of the tenant, and a user consents to the same access three days later',
  start: '2026-03-10T08:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1M', replace: { 'Mail.Read': 'Mail.ReadWrite' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      replace: {
        'Mail.ReadWrite Mail.Send offline_access': 'Mail.ReadWrite',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
      },
    },
  ],
})
