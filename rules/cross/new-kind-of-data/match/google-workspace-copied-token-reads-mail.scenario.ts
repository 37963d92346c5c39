import { playgroundAuthorized } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A token of the OAuth Playground reads mail from a network that is new to the user',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P4D', times: 3 } },
    { sample: 'google-workspace/token-activity-gmail', at: 'PT1H' },
    { ...playgroundAuthorized, at: 'P90D' },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P95D',
      delivered: 'P95DT3H',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    },
  ],
})
