import { scenario } from '../../../lib/scenario.ts'
import guest from '../match/google-workspace-guest-of-an-uninstalled-add-on-downloads.scenario.ts'

export default scenario({
  ...guest,
  title: 'An add-on shares a file with a guest, who downloads it on the page of Drive',
  steps: guest.steps.toSpliced(3, 1),
})
