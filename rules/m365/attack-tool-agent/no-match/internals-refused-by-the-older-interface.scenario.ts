import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The Azure AD Graph interface refuses AADInternals',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/aadgraph-tool-refused', at: 'PT1M' }],
})
