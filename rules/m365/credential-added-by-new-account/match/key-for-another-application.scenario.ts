import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Who renews the key of one application adds one to another for the first time',
  start: '2026-01-05T09:00:00Z',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT1H', repeat: { every: 'P30D', times: 3 } },
    {
      sample: 'm365/credential-secret-added',
      at: 'P70D',
      replace: { '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
  ],
})
