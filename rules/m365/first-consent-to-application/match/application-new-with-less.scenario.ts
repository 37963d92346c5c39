import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Users consent to two new applications after three months, for contacts and for calendars',
  start: '2025-12-01T09:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91D',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P91DT1H',
      replace: {
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Calendars.ReadWrite openid profile',
      },
    },
  ],
})
