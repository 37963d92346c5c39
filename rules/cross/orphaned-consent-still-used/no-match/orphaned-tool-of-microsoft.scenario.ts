import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The administrator who let a tool of Microsoft in for everybody leaves; it is used',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-tenant-wide',
      at: 'PT30M',
      replace: { '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
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
      sample: 'entra/graph-user-lists-mail',
      at: 'P9D',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
    },
  ],
})
