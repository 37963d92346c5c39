import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A script reads mail with the client ID of Office in the usual network',
  steps: [
    { sample: 'entra/graph-user-lists-mail', at: 'PT1M', personas: { 'Invoice Sync Helper': 'Microsoft Office' } },
  ],
})
