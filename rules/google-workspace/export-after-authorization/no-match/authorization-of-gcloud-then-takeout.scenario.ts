import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a Google tool, and requests a Takeout',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1H', personas: { 'Inbox Pilot': 'Google Cloud SDK' } },
    { sample: 'google-workspace/takeout-started', at: 'PT5H' },
  ],
})
