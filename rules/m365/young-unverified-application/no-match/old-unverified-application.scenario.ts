import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to an application of an unverified publisher that was registered a year ago',
  steps: [
    {
      sample: 'entra/inventory-service-principal-unverified',
      at: 'P1D',
      replace: { '2026-03-11T09:14:26Z': '2025-03-02T09:14:26Z' },
    },
    { sample: 'm365/consent-user-mail', at: 'P2D' },
  ],
})
