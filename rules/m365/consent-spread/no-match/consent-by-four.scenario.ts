import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people consent within a day, and a fifth person consents two days later',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT2H30M',
      delivered: 'PT9H',
      replace: {
        'mara.voss': 'ole.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '1c8d3a7f-62e5-4d2a-9b1f-04a3e7b8f625',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT3H',
      redelivered: ['PT3H20M', 'PT11H'],
      replace: {
        'mara.voss': 'ines.moreau',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2d9e4b80-73f6-4e3b-8c20-15b4f8c90736',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT7H',
      replace: {
        'mara.voss': 'petr.novak',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '3eaf5c91-8407-4f4c-9d31-26c509da1847',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P2DT8H',
      replace: {
        'mara.voss': 'aino.lehto',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '4fb06da2-9518-405d-8e42-37d61aeb2958',
      },
    },
  ],
})
