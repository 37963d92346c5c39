import { scenario } from '../../../lib/scenario.ts'
import guest from '../match/google-workspace-guest-of-a-blocked-application-reads.scenario.ts'

export default scenario({
  ...guest,
  title: 'An application shares a file with a guest, who reads another file of its owner',
  steps: guest.steps.toSpliced(2, 1),
})
