import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five administrators consent for all users in succession',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-tenant-wide',
      at: 'PT1H',
      repeat: {
        every: 'PT1H',
        times: 5,
        replace: {
          'tomas.lindqvist': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak', 'aino.lehto'],
          '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': [
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
