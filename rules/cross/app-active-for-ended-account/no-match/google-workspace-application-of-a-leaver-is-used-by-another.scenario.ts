import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/google-workspace-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title:
    'An administrator removes the token of a leaver and suspends the account later, and a colleague keeps using the application',
  steps: removed.steps.toSpliced(4, 0, { sample: 'google-workspace/admin-user-suspended', at: 'P2DT3H' }),
})
