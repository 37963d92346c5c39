import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A grant is unused for six weeks; the application is then refused, and the user consents again',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT0S',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'a1b2c3d4-0001-4f5e-9a7c-8d6b4e2f0a13' },
    },
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'P42D',
      replace: {
        '"responseStatusCode": 200': '"responseStatusCode": 403',
        '"resultSignature": "200"': '"resultSignature": "403"',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'P42DT1H' },
    { sample: 'm365/consent-tenant-wide', at: 'PT30M' },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P42DT2H',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
        'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
      },
    },
  ],
})
