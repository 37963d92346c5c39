import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a Google tool for all mail',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M', personas: { 'Inbox Pilot': 'Google Cloud SDK' } },
  ],
})
