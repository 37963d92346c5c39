import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application of an unverified publisher that has been here for a year',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'entra/inventory-service-principal-unverified',
      at: 'P1D',
      replace: { '2026-03-11T09:14:26Z': '2025-03-02T09:14:26Z' },
    },
    { sample: 'm365/consent-user-mail', at: 'P2D' },
  ],
})
