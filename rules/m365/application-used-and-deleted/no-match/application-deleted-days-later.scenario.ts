import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application with a key is deleted two days after its registration',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/application-deleted', at: 'P2D' },
  ],
})
