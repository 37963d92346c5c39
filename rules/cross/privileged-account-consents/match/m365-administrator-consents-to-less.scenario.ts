import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator consents for himself to access to contacts and calendars',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT1H',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Calendars.ReadWrite openid profile',
      },
    },
  ],
})
