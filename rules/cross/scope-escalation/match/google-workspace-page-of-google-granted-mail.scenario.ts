import calls from '../../../google-workspace/scenarios/calls-tried-on-a-page-of-google.scenario.ts'
import { playgroundAuthorized } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  ...calls,
  title: 'A user tries calls for calendars in the OAuth Playground, and days later grants it the whole mailbox',
  steps: [...calls.steps, { ...playgroundAuthorized, at: 'P20D' }],
})
