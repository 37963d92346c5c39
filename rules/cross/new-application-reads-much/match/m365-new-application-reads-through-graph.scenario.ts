import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A new application reads mail through Microsoft Graph ten times, and only the Graph log records the reads',
  start: '2026-01-05T09:00:00Z',
  steps: [
    {
      sample: 'entra/graph-user-lists-mail',
      at: 'PT1H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' },
    },
    { sample: 'entra/graph-user-lists-mail', at: 'P40DT1H', repeat: { every: 'PT50M', times: 10 } },
  ],
})
