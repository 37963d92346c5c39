import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to a new and unverified application of the organization itself',
  steps: [
    {
      sample: 'entra/inventory-service-principal-unverified',
      at: 'P1D',
      replace: {
        '2026-03-11T09:14:26Z': '2026-03-02T09:14:26Z',
        'b7a1c3d5-2e4f-4a6b-8c9d-0e1f2a3b4c5d': '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'P2D' },
  ],
})
