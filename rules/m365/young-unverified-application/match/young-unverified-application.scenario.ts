import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second account consents to an unverified application two days after its registration',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    {
      sample: 'entra/inventory-service-principal-unverified',
      at: 'P1D',
      replace: { '2026-03-11T09:14:26Z': '2026-03-02T09:14:26Z' },
    },
    { sample: 'm365/consent-user-mail', at: 'P2D', personas: { 'mara.voss': 'tomas.lindqvist' } },
  ],
})
