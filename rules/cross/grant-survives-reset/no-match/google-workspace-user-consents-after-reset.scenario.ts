import { scenario } from '../../../lib/scenario.ts'
import keepsCalling from '../match/google-workspace-reset-app-keeps-calling.scenario.ts'

export default scenario({
  ...keepsCalling,
  title: 'An administrator changes a password, and the user authorizes the application again before the next call',
  steps: [
    ...keepsCalling.steps.slice(0, -1),
    { sample: 'google-workspace/token-authorize-mail', at: 'P5DT1H' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P6D' },
  ],
})
