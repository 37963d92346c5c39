import calls from '../../../google-workspace/scenarios/calls-tried-on-a-page-of-google.scenario.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  ...calls,
  title: 'A token of the OAuth Playground reads mail from a network that is new to the user',
  steps: [
    ...calls.steps.slice(0, -1),
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P14DT10M',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    },
  ],
})
