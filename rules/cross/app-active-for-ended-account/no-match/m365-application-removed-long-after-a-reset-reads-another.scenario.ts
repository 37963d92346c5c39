import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title:
    'An administrator removes the grant of an account two hours after its reset, and the application reads the mail of another account',
  steps: removed.steps.with(3, { sample: 'm365/delegated-grant-removed', at: 'P2DT2H' }),
})
