import { scenario } from '../../../lib/scenario.ts'
import userConsentsAgain from '../no-match/google-workspace-user-consents-again.scenario.ts'

export default scenario({
  ...userConsentsAgain,
  title: 'An administrator changes a password and ends the sessions days after a consent; the application still calls',
  steps: userConsentsAgain.steps.toSpliced(6, 1),
})
