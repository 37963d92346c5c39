import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people grant one application permission to read their contacts',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      replace: { ' Mail.ReadWrite Mail.Send offline_access openid profile': ' Contacts.Read openid profile' },
      repeat: {
        every: 'PT1H',
        times: 5,
        replace: {
          'mara.voss': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'],
          '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': [
            '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
            '1c8d3a7f-62e5-4d2a-9b1f-04a3e7b8f625',
            '2d9e4b80-73f6-4e3b-8c20-15b4f8c90736',
            '3eaf5c91-8407-4f4c-9d31-26c509da1847',
            '4fb06da2-9518-405d-8e42-37d61aeb2958',
          ],
        },
      },
    },
  ],
})
