import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The Azure AD Graph interface refuses AADInternals',
  steps: [{ sample: 'entra/aadgraph-tool-refused', at: 'PT1M' }],
})
