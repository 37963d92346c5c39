import { scenario } from '../../../lib/scenario.ts'
import removed from '../match/m365-application-removed-for-one-reads-another.scenario.ts'

export default scenario({
  ...removed,
  title:
    'An administrator disables and resets the account of a leaver and removes its grant, and a colleague keeps using the application',
  steps: removed.steps.toSpliced(2, 0, { sample: 'm365/account-disabled', at: 'P1DT23H' }),
})
