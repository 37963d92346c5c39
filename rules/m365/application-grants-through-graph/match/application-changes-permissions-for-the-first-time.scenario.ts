import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three months after the log began, applications grant a role through both APIs and add a credential',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT1M' },
    { sample: 'entra/graph-app-grants-role', at: 'P91D' },
    { sample: 'entra/aadgraph-app-grants-role', at: 'P93D' },
    { sample: 'entra/aadgraph-app-adds-credential', at: 'P95D' },
  ],
})
