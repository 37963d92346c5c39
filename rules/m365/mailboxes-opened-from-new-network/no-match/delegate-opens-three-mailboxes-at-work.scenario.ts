import { scenario } from '../../../lib/scenario.ts'
import delegateOpensThreeMailboxesElsewhere from '../match/delegate-opens-three-mailboxes-elsewhere.scenario.ts'

export default scenario({
  ...delegateOpensThreeMailboxesElsewhere,
  title: 'An account opens three shared mailboxes from its usual network',
  steps: delegateOpensThreeMailboxesElsewhere.steps.map((step) =>
    step.at === 'P16D' ? { ...step, replace: { '203.0.113.77': '198.51.100.23' } } : step,
  ),
})
