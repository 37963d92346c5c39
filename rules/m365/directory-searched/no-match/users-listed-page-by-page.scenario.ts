import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The command line lists users page by page',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/graph-command-line-lists-users', at: 'PT1M', repeat: { every: 'PT1M', times: 12 } }],
})
