import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Microsoft client without a user uses a script library',
  steps: [
    { sample: 'entra/graph-app-reads-mailbox', at: 'PT1M', personas: { 'Payroll Bridge': 'Office 365 Management' } },
  ],
})
