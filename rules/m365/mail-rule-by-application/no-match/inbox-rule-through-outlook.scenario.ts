import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user creates a mailbox rule in Outlook, and the record names Outlook as the application',
  start: '2026-03-12T09:00:00Z',
  steps: [
    {
      sample: 'm365/inbox-rules-updated-by-app',
      at: 'PT1M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'd3590ed6-52b3-4102-aeff-aad2292ab01c' },
    },
  ],
})
