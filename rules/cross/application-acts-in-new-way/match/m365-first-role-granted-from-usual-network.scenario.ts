import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application reads mail for weeks, and then grants its first role through Graph from its usual network',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT0S', repeat: { every: 'P1D', times: 20 } },
    { sample: 'entra/graph-app-grants-role', at: 'P20DT1H' },
  ],
})
