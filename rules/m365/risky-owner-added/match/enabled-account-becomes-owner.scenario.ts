import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A disabled account is enabled, and becomes owner of an application the same day',
  start: '2026-03-12T09:00:00Z',
  steps: [
    {
      sample: 'm365/account-disabled',
      at: 'PT1H',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
    {
      sample: 'm365/account-disabled',
      at: 'P40D',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
        'Disable account.': 'Enable account.',
      },
    },
    { sample: 'm365/owner-added', at: 'P40DT5H' },
  ],
})
