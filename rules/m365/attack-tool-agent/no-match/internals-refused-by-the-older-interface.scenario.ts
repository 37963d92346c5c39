import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/internals-refused-by-the-older-interface',
  title: 'The older interface refuses AADInternals',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/aadgraph-tool-refused',
      at: 'PT1M',
    },
  ],
})
