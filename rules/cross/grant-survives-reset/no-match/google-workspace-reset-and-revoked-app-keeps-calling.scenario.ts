import { scenario } from '../../../lib/scenario.ts'
import keepsCalling from '../match/google-workspace-reset-app-keeps-calling.scenario.ts'

export default scenario({
  ...keepsCalling,
  title: 'An administrator changes a password and revokes an application, which makes calls again the next day',
  steps: [
    ...keepsCalling.steps.slice(0, -1),
    { sample: 'google-workspace/admin-token-revoked', at: 'P5DT1M' },
    { sample: 'google-workspace/token-activity-gmail', at: 'P6D' },
  ],
})
