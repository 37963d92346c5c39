import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The administrator who consented for the tenant leaves, and another administrator consents again',
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
      sample: 'm365/consent-tenant-wide',
      at: 'P7D',
      replace: {
        'tomas.lindqvist': 'ivo.brandt',
        '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f': 'a0b1c2d3-8b4a-4c59-9e07-1a2b3c4d5e6f',
      },
    },
    { sample: 'entra/signin-app-certificate', at: 'P9D' },
  ],
})
