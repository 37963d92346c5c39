import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a Google tool, and requests a Takeout',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', personas: { 'Inbox Pilot': 'Google Cloud SDK' } },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
