import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that reads one mailbox without a user reads another mailbox from a new network',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P20DT1H',
      personas: { 'mara.voss': 'ole.brandt' },
      replace: { '203.0.113.77': '192.0.2.33' },
    },
  ],
})
