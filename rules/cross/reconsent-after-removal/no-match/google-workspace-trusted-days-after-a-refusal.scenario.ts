import { scenario } from '../../../lib/scenario.ts'
import hasty from '../match/google-workspace-trusted-on-the-day-of-a-refusal.scenario.ts'

export default scenario({
  ...hasty,
  title: 'API controls refuse mail access to an application, and an administrator trusts it two days later',
  steps: [
    ...hasty.steps.slice(0, 1),
    { sample: 'google-workspace/admin-app-trusted', at: 'P2D' },
    { sample: 'google-workspace/token-authorize-mail', at: 'P2DT1H' },
  ],
})
