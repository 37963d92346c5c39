import { scenario } from '../../../lib/scenario.ts'
import resetAppKeepsCalling from '../match/google-workspace-reset-app-keeps-calling.scenario.ts'

export default scenario({
  ...resetAppKeepsCalling,
  title: 'An administrator changes a password, the user signs in, and the application continues to call',
  steps: resetAppKeepsCalling.steps.toSpliced(4, 0, {
    sample: 'google-workspace/login-success',
    at: 'P5DT1H',
  }),
})
