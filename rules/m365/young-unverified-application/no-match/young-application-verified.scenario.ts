import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A second account consents to a new application of a verified publisher',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/service-principal-added', at: 'PT14M26S', bundle: 'consent' },
    { sample: 'm365/consent-user-mail', at: 'PT14M27S', bundle: 'consent' },
    {
      sample: 'entra/inventory-service-principal-unverified',
      at: 'P1D',
      replace: {
        '2026-03-11T09:14:26Z': '2026-03-02T09:14:26Z',
        '"verifiedPublisherId": null': '"verifiedPublisherId": "6214907"',
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P2D',
      replace: {
        'mara.voss': 'tomas.lindqvist',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
      },
    },
  ],
})
