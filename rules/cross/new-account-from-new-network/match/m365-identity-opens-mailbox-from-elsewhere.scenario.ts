import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that reads one mailbox without a user reads another mailbox from a new network',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      replace: {
        '203.0.113.77': '192.0.2.33',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '7d2f6c10-95ab-4e38-8c41-0f3e5a7b9d26',
      },
    },
  ],
})
