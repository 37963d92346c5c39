import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a Google tool for all mail',
  start: '2026-04-14T09:00:00Z',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M', personas: { 'Inbox Pilot': 'Google Cloud SDK' } },
  ],
})
