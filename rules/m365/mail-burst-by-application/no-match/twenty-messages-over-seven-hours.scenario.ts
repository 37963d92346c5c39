import { scenario } from '../../../lib/scenario.ts'
import letters from '../match/letters-from-mailboxes-over-hours.scenario.ts'

export default scenario({
  ...letters,
  title: 'An application sends ten messages from one mailbox, and seven hours later ten from another',
  steps: letters.steps.with(1, { ...letters.steps[1], sample: 'm365/mail-sent-by-app', at: 'PT7H' }),
})
