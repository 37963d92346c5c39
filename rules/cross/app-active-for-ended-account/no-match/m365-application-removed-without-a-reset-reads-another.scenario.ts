import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title: 'An administrator removes the grant of one account, and the application reads the mail of another account',
  steps: removed.steps.toSpliced(2, 1),
})
