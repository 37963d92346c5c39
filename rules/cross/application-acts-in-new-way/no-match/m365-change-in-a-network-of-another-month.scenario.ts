import { scenario } from '../../../lib/scenario.ts'
import changed from '../match/m365-change-days-after-the-first-use-of-a-network.scenario.ts'

const [usual, hunted, change] = changed.steps

export default scenario({
  ...changed,
  title:
    'An application first changes an incident from a network that it has used for 31 days, and runs another hunting query',
  steps: [usual, hunted, { ...hunted, at: 'P22D' }, { ...change, at: 'P51DT2H' }] as typeof changed.steps,
})
