import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'One account registers an application every two months',
  start: '2025-12-01T09:00:00Z',
  steps: [
    {
      sample: 'm365/application-added',
      at: 'PT1H',
      repeat: { every: 'P60D', times: 3 },
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
