import { playgroundAuthorized } from '../../../google-workspace/scenarios/steps.ts'
import { scenario } from '../../../lib/scenario.ts'
import copiedToken from './google-workspace-copied-token-reads-mail.scenario.ts'

export default scenario({
  ...copiedToken,
  title: 'A token of the OAuth Playground reads mail of an account without a week of sign-ins',
  steps: copiedToken.steps
    .slice(1)
    .with(1, { ...playgroundAuthorized, at: 'P94D' })
    .with(2, {
      sample: 'google-workspace/token-activity-gmail',
      at: 'P95DT2H',
      delivered: 'P95DT3H',
      personas: { 'Inbox Pilot': 'Google OAuth 2.0 Playground' },
    }),
})
