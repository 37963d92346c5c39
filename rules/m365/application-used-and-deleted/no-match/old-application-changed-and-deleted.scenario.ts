import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An old application is changed and deleted, and the ID of a new application is deleted in another tenant',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-redirect-added', at: 'PT1H' },
    { sample: 'm365/credential-secret-added', at: 'PT2H' },
    { sample: 'm365/application-deleted', at: 'PT5H' },
    {
      sample: 'm365/application-added',
      at: 'P2DT1H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/credential-secret-added',
      at: 'P2DT2H',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    {
      sample: 'm365/application-deleted',
      at: 'P2DT5H',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13',
        '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901': '6d2e1f7b-8b52-4f1c-8e48-3a75c2b9d012',
      },
    },
  ],
})
