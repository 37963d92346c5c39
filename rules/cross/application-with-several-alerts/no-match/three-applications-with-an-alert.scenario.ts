import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three applications raise one alert each within a week',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/owner-added',
      at: 'PT1H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-redirect-added',
      at: 'P1D',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0002-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'P3D',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
