import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator fails a consent, consents to a Microsoft tool and for all users, and receives a grant',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT1H',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
      },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P3DT2H',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
    {
      sample: 'm365/consent-tenant-wide',
      at: 'P3DT3H',
      replace: {
        'tomas.lindqvist': 'jonas.reimer',
        '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
  ],
})
