import { scenario } from '../../../lib/scenario.ts'
import carried from '../match/session-carried-to-a-phone.scenario.ts'

export default scenario({
  ...carried,
  title: 'A session begins in the usual network, and authentication transfer carries it to a phone in a new network',
  steps: carried.steps.toSpliced(2, 1),
})
