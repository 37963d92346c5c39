import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that was there before gets an owner, a secret and a right: other rules look at that',
  start: '2026-03-12T13:50:00Z',
  steps: [
    { sample: 'm365/owner-added', at: 'PT8M' },
    { sample: 'm365/credential-secret-added', at: 'PT15M' },
    { sample: 'm365/app-role-grant-critical', at: 'PT30M' },
  ],
})
