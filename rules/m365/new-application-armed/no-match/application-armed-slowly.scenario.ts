import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The same three steps, spread over a morning',
  start: '2026-03-12T08:00:00Z',
  steps: [
    { sample: 'm365/application-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT58M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT2H' },
  ],
})
