import { scenario } from '../../../lib/scenario.ts'
import sleepingGrant from '../match/m365-sleeping-grant.scenario.ts'

export default scenario({
  ...sleepingGrant,
  title: 'An application uses a grant from the first day',
  steps: sleepingGrant.steps.toSpliced(-1, 0, { sample: 'm365/mail-items-accessed-bind', at: 'PT1H' }),
})
