import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application without a user reads its usual mailbox from a new network with another program',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      replace: { '203.0.113.77': '192.0.2.33', 'python-requests/2.32.3': 'axios/1.7.9' },
    },
  ],
})
