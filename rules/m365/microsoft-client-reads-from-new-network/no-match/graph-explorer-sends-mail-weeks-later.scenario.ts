import { scenario } from '../../../lib/scenario.ts'
import days from '../match/graph-explorer-sends-mail-days-later.scenario.ts'

export default scenario({
  ...days,
  title: 'Eight days after its first sign-in in a network, an account sends a message with Graph Explorer',
  steps: days.steps.map((step) => (step.at === 'P16D' ? { ...step, at: 'P21DT1H' } : step)),
})
