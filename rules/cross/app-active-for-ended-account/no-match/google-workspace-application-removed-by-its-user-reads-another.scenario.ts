import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/google-workspace-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title: 'A user revokes an application after a new password, and the application reads the mail of another account',
  steps: removed.steps.with(3, { sample: 'google-workspace/token-revoke-mail', at: 'P2DT10M' }),
})
