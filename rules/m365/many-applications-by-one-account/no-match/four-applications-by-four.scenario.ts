import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people each register an application within ten minutes',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT3M',
      repeat: {
        every: 'PT3M',
        times: 4,
        replace: {
          '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': [
            'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13',
            'a1b2c3d4-0004-4f5e-9a7c-8d6b4e2f0a13',
          ],
          'tomas.lindqvist': ['mara.voss', 'ole.brandt', 'ines.moreau', 'petr.novak'],
        },
      },
    },
  ],
})
