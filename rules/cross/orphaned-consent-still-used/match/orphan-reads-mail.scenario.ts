import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The administrator who consented for the tenant leaves, and the application reads mail through Graph',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT30M' },
    { sample: 'entra/signin-app-certificate', at: 'PT2H', repeat: { every: 'P1D', times: 5 } },
    {
      sample: 'm365/account-disabled',
      at: 'P6D',
      replace: {
        'mara.voss': 'tomas.lindqvist',
        'tomas.lindqvist': 'ivo.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P9D',
      replace: {
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
        'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
      },
    },
  ],
})
