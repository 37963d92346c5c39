import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second account registers an application after three months of registrations by one account',
  start: '2025-12-01T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      repeat: { every: 'P30D', times: 3 },
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-added',
      at: 'P92D',
      delivered: 'P92DT4H',
      replace: {
        'tomas.lindqvist': 'jonas.reimer',
        '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
  ],
})
