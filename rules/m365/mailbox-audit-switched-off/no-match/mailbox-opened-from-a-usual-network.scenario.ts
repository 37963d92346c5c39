import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/mailbox-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'An administrator signs in from a network that they never used, and opens a mailbox there two days later',
  steps: opened.steps.with(-1, { ...opened.steps.at(-1), at: 'P18DT1H' } as (typeof opened.steps)[number]),
})
